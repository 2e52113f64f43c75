import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastPairs, leastContrast } from './contrast-pairs.ts';

const read = (name: string) => readFileSync(new URL(name, `file://${process.cwd()}/src/ui/styles/`), 'utf8');
const css = `${read('tokens.css')}\n${read('modes.css')}`.replace(/\/\*[\s\S]*?\*\//g, '');

/** The custom properties of the first rule with exactly this selector. */
function tokensOf(selector: string, text = css): Record<string, string> {
  const escaped = selector.replace(/[[\]"]/g, '\\$&');
  const body = new RegExp(`(?:^|\\n)\\s*${escaped} \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

/** WCAG 2.2, relative luminance, with the threshold 0.04045 of sRGB. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const base = tokensOf(':root');
const senior = tokensOf(':root[data-mode="senior"]');
const high = tokensOf(':root[data-contrast="high"]');
const wished = tokensOf(':root', css.slice(css.indexOf('@media (prefers-contrast: more)')));

describe.each([
  ['standard', base, false],
  ['senior', { ...base, ...senior }, true],
  ['standard with high contrast', { ...base, ...high }, true],
  ['senior with high contrast', { ...base, ...senior, ...high }, true],
])('colours in %s', (_mode, tokens: Record<string, string>, isStrict) => {
  it.each(contrastPairs)('$on on $ground can be read', ({ on, ground, use }) => {
    expect(tokens[on]).toMatch(/^#[0-9a-f]{6}$/);
    expect(tokens[ground]).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrast(tokens[on] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(leastContrast(use, isStrict));
  });
});

it('gives a phone that asks for more contrast the same as our own switch', () => {
  expect(Object.keys(high).length).toBeGreaterThan(10);
  expect(wished).toEqual(high);
});

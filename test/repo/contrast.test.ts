import { describe, expect, it } from 'vitest';
import { contrastPairs, leastContrast } from '#ui/styles/contrast-pairs.ts';
import { read } from './tree.ts';

/** The custom properties of every rule, by selector; rules of a media query carry its name before the selector. */
function tokensBySelector(css: string): Map<string, Record<string, string>> {
  const rules = new Map<string, Record<string, string>>();
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const collect = (text: string, media: string) => {
    for (const [, selector, body] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const name = `${media}${selector?.trim().replace(/\s+/g, ' ')}`;
      const tokens = Object.fromEntries(
        [...(body ?? '').matchAll(/(--[\w-]+)\s*:\s*([^;]+);?/g)].map(([, key, value]) => [
          key,
          value?.trim(),
        ]),
      ) as Record<string, string>;
      rules.set(name, { ...rules.get(name), ...tokens });
    }
  };
  const nested = /@media\s*\(([^)]*)\)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g;
  for (const [, condition, body] of plain.matchAll(nested)) collect(body ?? '', `${condition} `);
  collect(plain.replace(nested, ''), '');
  return rules;
}

/** WCAG's relative luminance of `#rrggbb` or `#rgb`. */
function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!hex) throw new Error(`${colour} is not a plain colour`);
  const full = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex;
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const rules = tokensBySelector(
  `${read('src/ui/styles/tokens.css')}\n${read('src/ui/styles/modes.css')}`,
);
const base = rules.get(':root') ?? {};
const senior = rules.get(":root[data-mode='senior']") ?? {};
const high = rules.get(":root[data-contrast='high']") ?? {};
const wanted = rules.get('prefers-contrast: more :root') ?? {};
const themes = [
  { name: 'the standard mode', tokens: base, isStrict: false },
  { name: 'the senior mode', tokens: { ...base, ...senior }, isStrict: true },
  { name: 'high contrast', tokens: { ...base, ...high }, isStrict: true },
  {
    name: 'high contrast in the senior mode',
    tokens: { ...base, ...senior, ...high },
    isStrict: true,
  },
  { name: 'a phone set to more contrast', tokens: { ...base, ...wanted }, isStrict: true },
];

describe('Everything can be read', () => {
  it('and the styles are where this test looks for them', () => {
    expect(Object.keys(base).length).toBeGreaterThan(20);
    expect(Object.keys(senior).length).toBeGreaterThan(5);
    expect(Object.keys(high).length).toBeGreaterThan(5);
    expect(wanted).toEqual(high);
  });

  it.each(themes)('in $name', ({ tokens, isStrict }) => {
    const weak = contrastPairs.flatMap(({ on, ground, use }) => {
      const [front, back] = [tokens[on], tokens[ground]];
      if (!front || !back) return [`${on} or ${ground} is not a token`];
      const ratio = contrast(front, back);
      const least = leastContrast(use, isStrict);
      return ratio >= least ? [] : [`${on} on ${ground}: ${ratio.toFixed(2)} < ${least}`];
    });
    expect(weak).toEqual([]);
  });

  it('and every colour token stands in at least one pair', () => {
    const paired = new Set(contrastPairs.flatMap(({ on, ground }) => [on, ground] as string[]));
    const colours = Object.entries(base).filter(([, value]) => /^#/.test(value));
    // A line between things that belong together carries no meaning.
    const lone = colours
      .map(([name]) => name)
      .filter((name) => name !== '--line' && !paired.has(name));
    expect(lone).toEqual([]);
  });
});

import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/**
 * An error or a warning on the console that a test did not ask for fails the test: React and react-aria say there
 * what is wrong with a control. A test that expects one says so: `expectConsole('error', /text/)`.
 */
type Level = 'error' | 'warn';
interface Said {
  level: Level;
  text: string;
}

// A busy machine draws a page later than in a second, and it is the same page.
configure({ asyncUtilTimeout: 5000 });

let said: Said[] = [];
let expected: { level: Level; pattern: RegExp }[] = [];

/** Lets messages of this kind pass in the present test. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern });
}

// jsdom has neither: it reports the first as "not implemented" on the console, and the second is missing.
window.scrollTo = () => undefined;
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

beforeEach(() => {
  said = [];
  expected = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      said.push({
        level,
        text: parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' '),
      });
    });
  }
});

afterEach(() => {
  cleanup();
  const surprises = said.filter(
    ({ level, text }) =>
      !expected.some((wanted) => wanted.level === level && wanted.pattern.test(text)),
  );
  vi.restoreAllMocks();
  if (surprises.length > 0) {
    const list = surprises.map(({ level, text }) => `console.${level}: ${text}`).join('\n');
    throw new Error(`The test passed, but the console said something unexpected:\n${list}`);
  }
});

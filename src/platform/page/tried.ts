import { TRIED_CODES } from '#domain/handoff/tried.ts';

/**
 * What was tried since the page was opened: ways of answering, and the codes of the errors that were met. No value and
 * nothing that tells of a person; it lives here and nowhere else.
 */
let codes: string[] = [];
const ways = new Set<string>();

export function noteTriedWay(way: 'photo' | 'voice' | 'typing'): void {
  ways.add(way);
}

/** An error was shown; only the last few count. */
export function noteMetCode(code: string): void {
  codes = [...codes.filter((one) => one !== code), code].slice(-TRIED_CODES);
}

/** For a request for a person, the last error at the end; nothing where nothing was tried. */
export const triedSoFar = (): string | undefined => [...ways, ...codes].join(',') || undefined;

/** Somebody else may be at the phone, or a test begins. */
export function forgetTried(): void {
  codes = [];
  ways.clear();
}

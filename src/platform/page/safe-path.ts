/** Tab, line break and other signs that a browser drops from an address before it reads it. */
const isUnprintable = (text: string): boolean =>
  [...text].some((sign) => sign <= ' ' || sign === '\u007f');

/**
 * The path that a link asked to return to, when it stays on this site; otherwise the fallback. Refuses `//host`,
 * backslashes and what a browser would strip before reading: each can turn a path into another site.
 */
export function safePath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//')) return fallback;
  if (wanted.includes('\\') || isUnprintable(wanted)) return fallback;
  return wanted;
}

/** The `next` of the present address, as `safePath` allows it. */
export function nextPath(fallback: string): string {
  return safePath(new URLSearchParams(location.search).get('next'), fallback);
}

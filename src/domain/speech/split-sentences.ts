/** A sentence and where it stands in the text that it was taken from: `text.slice(start, end)` holds it. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Longest piece that is spoken in one go: past it a listener loses the thread, and some voices stop by themselves. */
export const LONGEST_SENTENCE = 80;

/** Ends of sentences; a full stop or a colon of Latin script ends one only before a space, so that 3.5 and 8:30 stay whole. */
const ENDS = /(?:[。！？；!?]+|\.(?=\s|$)|…{1,2})[”’"'）)》】]*|\n+/g;
/** Where an overlong sentence may be cut. */
const PAUSES = /[，、：,;:]\s*/g;
const SPEAKABLE = /[\p{L}\p{N}]/u;

function cutLong(text: string, from: number, to: number): [number, number][] {
  if (to - from <= LONGEST_SENTENCE) return [[from, to]];
  const window = text.slice(from, from + LONGEST_SENTENCE);
  const last = [...window.matchAll(PAUSES)].pop() ?? [...window.matchAll(/\s+/g)].pop();
  const cut = last && last.index > 0 ? from + last.index + last[0].length : from + LONGEST_SENTENCE;
  return [[from, cut], ...cutLong(text, cut, to)];
}

/**
 * Cuts a text into the pieces that are spoken and highlighted one at a time. What holds neither a letter nor a
 * digit is left out. The same function cuts the fixed words on the server, so that both name a sentence alike.
 */
export function splitSentences(text: string): Sentence[] {
  const bounds: [number, number][] = [];
  let from = 0;
  for (const end of text.matchAll(ENDS)) {
    bounds.push([from, end.index + end[0].length]);
    from = end.index + end[0].length;
  }
  bounds.push([from, text.length]);
  return bounds
    .flatMap(([start, end]) => cutLong(text, start, end))
    .flatMap(([start, end]) => {
      const piece = text.slice(start, end);
      const trimmed = piece.trim();
      if (!SPEAKABLE.test(trimmed)) return [];
      const begin = start + piece.indexOf(trimmed);
      return [{ text: trimmed, start: begin, end: begin + trimmed.length }];
    });
}

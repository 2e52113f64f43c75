import { Bytes, MalformedMediaError, type Media } from './media.ts';

/** Opus counts 48,000 to the second whatever was recorded (RFC 7845 §4). */
const OPUS_RATE = 48_000;
const MOST_PAGES = 50_000;

/**
 * An Ogg file with sound alone, as Firefox records it. Nothing for a file that is none.
 * @throws MalformedMediaError when it is one and does not add up, or holds more than sound
 */
export function readOgg(file: Uint8Array): Media | undefined {
  const bytes = new Bytes(file);
  if (bytes.length < 28 || bytes.text(0, 4) !== 'OggS') return undefined;
  const rates = new Map<number, number>();
  let seconds = 0;
  let at = 0;
  for (let pages = 0; at < bytes.length; pages += 1) {
    if (pages >= MOST_PAGES) throw new MalformedMediaError('too many pages');
    // The battery died over the last page: what came before it plays.
    if (bytes.length - at < 27) break;
    if (bytes.text(at, 4) !== 'OggS') throw new MalformedMediaError('no page where one begins');
    const flags = bytes.u8(at + 5);
    const granule = bytes.u64(at + 6, true);
    const serial = bytes.u32(at + 14, true);
    const segments = bytes.u8(at + 26);
    if (at + 27 + segments > bytes.length) break;
    const from = at + 27 + segments;
    let size = 0;
    for (let i = 0; i < segments; i += 1) size += bytes.u8(at + 27 + i);
    if (flags & 2) {
      if (bytes.text(from, 8) === 'OpusHead') rates.set(serial, OPUS_RATE);
      else if (bytes.text(from, 7) === '\x01vorbis') rates.set(serial, bytes.u32(from + 12, true));
      else throw new MalformedMediaError('other tracks than sound');
    }
    const rate = rates.get(serial);
    if (!rate) throw new MalformedMediaError('a page of nothing');
    // All bits set: no packet ends on this page.
    if (granule < 2 ** 63) seconds = Math.max(seconds, granule / rate);
    at = from + size;
  }
  return { type: 'audio/ogg', seconds };
}

import { Bytes, MalformedMediaError, type Media } from './media.ts';

interface Box {
  type: string;
  /** Where its head begins. */
  at: number;
  /** Where its content begins and ends. */
  from: number;
  to: number;
}

/** Far more boxes than three minutes of one-second pieces have: a file of nothing but tiny boxes is no recording. */
const MOST_BOXES = 20_000;

/** The boxes between two places. The last one of a file may be cut: a battery that died over it. */
function boxesIn(bytes: Bytes, from: number, to: number, mayBeCut = false): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    if (boxes.length >= MOST_BOXES) throw new MalformedMediaError('too many boxes');
    if (to - at < 8) {
      if (mayBeCut) break;
      throw new MalformedMediaError('a box without a head');
    }
    let size = bytes.u32(at);
    const type = bytes.text(at + 4, 4);
    let head = 8;
    if (size === 1) {
      size = bytes.u64(at + 8);
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head) throw new MalformedMediaError('a box smaller than its head');
    const isCut = at + size > to;
    if (isCut && !mayBeCut) throw new MalformedMediaError('a box that leaves its place');
    boxes.push({ type, at, from: at + head, to: Math.min(at + size, to) });
    at += size;
  }
  return boxes;
}

const childrenOf = (bytes: Bytes, box: Box): Box[] => boxesIn(bytes, box.from, box.to);
const of = (boxes: readonly Box[], type: string): Box[] => boxes.filter((box) => box.type === type);

interface Track {
  id: number;
  kind: string;
  /** Units of its clock in a second. */
  scale: number;
  duration: number;
}

function readTrack(bytes: Bytes, trak: Box): Track {
  const [tkhd] = of(childrenOf(bytes, trak), 'tkhd');
  const [mdia] = of(childrenOf(bytes, trak), 'mdia');
  const inside = mdia ? childrenOf(bytes, mdia) : [];
  const [hdlr] = of(inside, 'hdlr');
  const [mdhd] = of(inside, 'mdhd');
  if (!tkhd || !hdlr || !mdhd) throw new MalformedMediaError('a track that says nothing');
  const isLong = bytes.u8(mdhd.from) === 1;
  const at = mdhd.from + (isLong ? 20 : 12);
  const duration = isLong ? bytes.u64(at + 4) : bytes.u32(at + 4);
  const unknown = isLong ? 2 ** 64 : 0xffffffff;
  return {
    id: bytes.u32(tkhd.from + (bytes.u8(tkhd.from) === 1 ? 20 : 12)),
    kind: bytes.text(hdlr.from + 8, 4),
    scale: Math.max(1, bytes.u32(at)),
    duration: duration >= unknown ? 0 : duration,
  };
}

/** How long one sample lasts where a piece says nothing of its own, by track. */
function usualDurations(bytes: Bytes, moov: Box): Map<number, number> {
  const [mvex] = of(childrenOf(bytes, moov), 'mvex');
  return new Map(
    (mvex ? of(childrenOf(bytes, mvex), 'trex') : []).map((trex) => [
      bytes.u32(trex.from + 4),
      bytes.u32(trex.from + 12),
    ]),
  );
}

/** Where a piece of a recording that is written piece by piece ends, in its track's units. */
function pieceEnd(bytes: Bytes, traf: Box, usual: ReadonlyMap<number, number>) {
  const boxes = childrenOf(bytes, traf);
  const [tfhd] = of(boxes, 'tfhd');
  if (!tfhd) throw new MalformedMediaError('a piece of no track');
  const flags = bytes.u32(tfhd.from) & 0xffffff;
  const track = bytes.u32(tfhd.from + 4);
  const own = tfhd.from + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
  const each = flags & 8 ? bytes.u32(own) : (usual.get(track) ?? 0);
  const [tfdt] = of(boxes, 'tfdt');
  let end = 0;
  if (tfdt) end = bytes.u8(tfdt.from) === 1 ? bytes.u64(tfdt.from + 4) : bytes.u32(tfdt.from + 4);
  for (const trun of of(boxes, 'trun')) {
    const what = bytes.u32(trun.from) & 0xffffff;
    const count = bytes.u32(trun.from + 4);
    if (!(what & 0x100)) {
      end += count * each;
      continue;
    }
    const size = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => what & flag).length;
    const first = trun.from + 8 + (what & 1 ? 4 : 0) + (what & 4 ? 4 : 0);
    if (first + count * size > trun.to) throw new MalformedMediaError('samples that are not there');
    for (let i = 0; i < count; i += 1) end += bytes.u32(first + i * size);
  }
  return { track, end, hasStart: tfdt !== undefined };
}

/**
 * An MP4 as recorders write it: whole, or in pieces one after the other. Nothing for a file that is none.
 * @throws MalformedMediaError when it is one and does not add up, or holds more than sound and picture
 */
export function readMp4(file: Uint8Array): Media | undefined {
  const bytes = new Bytes(file);
  if (bytes.length < 16 || bytes.text(4, 4) !== 'ftyp') return undefined;
  const boxes = boxesIn(bytes, 0, bytes.length, true);
  const [moov, ...more] = of(boxes, 'moov');
  if (!moov || more.length > 0) throw new MalformedMediaError('not one head');
  const tracks = of(childrenOf(bytes, moov), 'trak').map((trak) => readTrack(bytes, trak));
  if (tracks.length === 0 || tracks.some(({ kind }) => kind !== 'soun' && kind !== 'vide'))
    throw new MalformedMediaError('other tracks than sound and picture');
  const usual = usualDurations(bytes, moov);
  const ends = new Map(tracks.map(({ id, duration }) => [id, duration]));
  for (const moof of of(boxes, 'moof')) {
    // The last piece may have been cut in its head: what came before it plays.
    if (moof === boxes[boxes.length - 1]) break;
    for (const traf of of(childrenOf(bytes, moof), 'traf')) {
      const { track, end, hasStart } = pieceEnd(bytes, traf, usual);
      const before = ends.get(track);
      if (before === undefined) throw new MalformedMediaError('a piece of no track');
      ends.set(track, hasStart ? Math.max(before, end) : before + end);
    }
  }
  const seconds = Math.max(...tracks.map(({ id, scale }) => (ends.get(id) ?? 0) / scale));
  const hasPicture = tracks.some(({ kind }) => kind === 'vide');
  return { type: hasPicture ? 'video/mp4' : 'audio/mp4', seconds };
}

/** What holds boxes, and what those may hold of words: who recorded it, with what, and where (`©xyz`, `loci`, XMP). */
const HOLDERS: readonly string[] = ['moov', 'trak', 'mdia', 'moof', 'traf'];
const WORDS: readonly string[] = ['udta', 'meta', 'uuid'];

/**
 * The same MP4 without what is told beside sound and picture: a phone's camera writes where it stood. Emptied where it
 * stands, so that every place in the file stays the same.
 * @param file one that `readMp4` has taken
 */
export function withoutMp4Words(file: Uint8Array): Uint8Array {
  const clean = Uint8Array.from(file);
  const bytes = new Bytes(file);
  const empty = (boxes: readonly Box[]): void => {
    for (const box of boxes) {
      if (WORDS.includes(box.type)) {
        clean.set(FREE, box.at + 4);
        clean.fill(0, box.from, box.to);
      } else if (HOLDERS.includes(box.type)) {
        empty(boxesIn(bytes, box.from, box.to, true));
      }
    }
  };
  empty(boxesIn(bytes, 0, bytes.length, true));
  return clean;
}
const FREE = new TextEncoder().encode('free');

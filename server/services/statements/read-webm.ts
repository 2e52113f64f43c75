import { Bytes, MalformedMediaError, type Media } from './media.ts';

/** The elements that are looked into or read; everything else is passed over by its size. */
const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIME_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
const CLUSTER = 0x1f43b675;
const CLUSTER_TIME = 0xe7;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const ATTACHMENTS = 0x1941a469;
const TAGS = 0x1254c367;

const masters = new Set([EBML, SEGMENT, INFO, TRACKS, TRACK, CLUSTER, BLOCK_GROUP]);
/** Three minutes of picture and sound are some 15,000 blocks. */
const MOST_ELEMENTS = 100_000;

/** A number whose first byte tells its length. Undefined: "until whatever comes next", as live recorders write. */
function readSize(bytes: Bytes, at: number): { length: number; value: number | undefined } {
  const first = bytes.u8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new MalformedMediaError('a size that is none');
  const head = first & (0xff >> length);
  let value = head;
  let isOpen = head === 0xff >> length;
  for (let i = 1; i < length; i += 1) {
    const next = bytes.u8(at + i);
    isOpen &&= next === 0xff;
    value = value * 256 + next;
  }
  return { length, value: isOpen ? undefined : value };
}

function readId(bytes: Bytes, at: number): { length: number; id: number } {
  const length = Math.clz32(bytes.u8(at)) - 23;
  if (length > 4) throw new MalformedMediaError('an element without a name');
  return { length, id: bytes.uint(at, length) };
}

/**
 * A WebM as recorders write it. Nothing for a file that is none.
 * @param onTags told where words about the recording stand
 * @throws MalformedMediaError when it is one and does not add up, or holds more than sound and picture
 */
export function readWebm(
  file: Uint8Array,
  onTags?: (at: number, end: number) => void,
): Media | undefined {
  const bytes = new Bytes(file);
  if (bytes.length < 8 || bytes.u32(0) !== EBML) return undefined;
  let docType = '';
  const kinds: number[] = [];
  let nanosPerUnit = 1_000_000;
  let units = 0;
  let clusterTime = 0;
  let isLastCut = false;
  let at = 0;
  for (let seen = 0; at < bytes.length && !isLastCut; seen += 1) {
    if (seen >= MOST_ELEMENTS) throw new MalformedMediaError('too many elements');
    // A battery that died over a block leaves a few bytes of the next one.
    if (kinds.length > 0 && bytes.length - at < 12) break;
    const { id, length: idLength } = readId(bytes, at);
    const { value: size, length: sizeLength } = readSize(bytes, at + idLength);
    const from = at + idLength + sizeLength;
    if (masters.has(id)) {
      at = from;
      continue;
    }
    if (size === undefined) throw new MalformedMediaError('an element without an end');
    isLastCut = from + size > bytes.length;
    if (isLastCut && id !== SIMPLE_BLOCK && id !== BLOCK)
      throw new MalformedMediaError('cut outside of a block');
    if (id === ATTACHMENTS) throw new MalformedMediaError('a file inside the file');
    if (id === TAGS) onTags?.(at, from + size);
    if (id === DOC_TYPE) docType = bytes.text(from, size);
    if (id === TRACK_TYPE) kinds.push(bytes.uint(from, size));
    if (id === TIME_SCALE) nanosPerUnit = bytes.uint(from, size);
    if (id === DURATION && (size === 4 || size === 8)) {
      units = Math.max(units, bytes.float(from, size));
    }
    if (id === CLUSTER_TIME) clusterTime = bytes.uint(from, size);
    if ((id === SIMPLE_BLOCK || id === BLOCK) && !isLastCut) {
      const { length } = readSize(bytes, from);
      units = Math.max(units, clusterTime + bytes.i16(from + length));
    }
    at = from + size;
  }
  if (docType !== 'webm' && docType !== 'matroska')
    throw new MalformedMediaError('not a recording');
  if (kinds.length === 0 || kinds.some((kind) => kind !== 1 && kind !== 2))
    throw new MalformedMediaError('other tracks than sound and picture');
  return {
    type: kinds.includes(1) ? 'video/webm' : 'audio/webm',
    seconds: (units * nanosPerUnit) / 1e9,
  };
}

/** An element that is passed over, whose size stands in eight bytes. */
const VOID = [0xec, 0x01, 0, 0];

/** The same WebM without words about where and with what it was recorded; every place in the file stays the same. */
export function withoutWebmWords(file: Uint8Array): Uint8Array {
  const clean = Uint8Array.from(file);
  readWebm(file, (at, end) => {
    // Shorter than its own head would be: nothing is told in it.
    if (end - at < 9) return;
    clean.fill(0, at, end);
    clean.set(VOID, at);
    new DataView(clean.buffer).setUint32(at + 5, end - at - 9);
  });
  return clean;
}

/** Recordings as phones make them, as small as they can be. */

const utf8 = (text: string) => Buffer.from(text, 'latin1');
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A WebM element with a size of four bytes. */
const element = (id: string, ...content: Uint8Array[]) => {
  const inside = Buffer.concat(content);
  return Buffer.concat([Buffer.from(id, 'hex'), u32(0x10000000 + inside.length), inside]);
};
/** One that goes on until the next, as live recorders write it. */
const openElement = (id: string, ...content: Uint8Array[]) =>
  Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex'), ...content]);

/** A WebM of so many seconds: a block each second. @param kinds 1 picture, 2 sound, 17 subtitles */
export function webm(seconds: number, kinds: readonly number[] = [2], more: Uint8Array[] = []) {
  const head = element('1a45dfa3', element('4282', utf8('webm')));
  const tracks = element(
    '1654ae6b',
    ...kinds.map((kind) => element('ae', element('83', Buffer.from([kind])))),
  );
  const clusters = Array.from({ length: seconds + 1 }, (_, at) =>
    openElement(
      '1f43b675',
      element('e7', u32(at * 1000)),
      element('a3', Buffer.from([0x81, 0, 0, 0]), Buffer.alloc(40, at)),
    ),
  );
  return Buffer.concat([head, openElement('18538067', tracks, ...more, ...clusters)]);
}

/** A file inside a WebM, as Matroska may carry. */
export const webmAttachment = element('1941a469', Buffer.alloc(30));

/** Words about a recording, as a tag of Matroska. */
export const webmTags = (words: string) => element('1254c367', element('7373', utf8(words)));

const box = (type: string, ...content: Uint8Array[]) => {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), utf8(type), inside]);
};

/** Where a phone's camera stood, as Android, Apple and Adobe write it down. */
const wordsOf = (place: string) => ({
  inHead: [
    box('udta', box('\xa9xyz', utf8(`\0\x12\x15\xc7${place}`))),
    box(
      'meta',
      box('keys', utf8('com.apple.quicktime.location.ISO6709')),
      box('ilst', utf8(place)),
    ),
  ],
  after: box('uuid', utf8(`xmp ${place}`)),
});

/**
 * An MP4 of so many seconds, written whole or piece by piece.
 * @param handlers `soun`, `vide`, `text` …
 * @param place where it says that it was recorded
 */
export function mp4(
  seconds: number,
  handlers: readonly string[] = ['soun'],
  isInPieces = false,
  place?: string,
) {
  const told = place === undefined ? undefined : wordsOf(place);
  const zero = (count: number) => Buffer.alloc(count);
  const tracks = handlers.map((handler, i) =>
    box(
      'trak',
      box('tkhd', zero(12), u32(i + 1), zero(60)),
      box(
        'mdia',
        box('mdhd', zero(12), u32(1000), u32(isInPieces ? 0 : seconds * 1000), zero(4)),
        box('hdlr', zero(8), utf8(handler), zero(13)),
      ),
    ),
  );
  const moov = box(
    'moov',
    box('mvhd', zero(100)),
    ...tracks,
    ...(told?.inHead ?? []),
    ...(isInPieces ? [box('mvex', box('trex', zero(4), u32(1), u32(1), u32(1000), zero(8)))] : []),
  );
  const pieces = Array.from({ length: isInPieces ? seconds : 0 }, (_, at) =>
    Buffer.concat([
      box(
        'moof',
        box('mfhd', zero(8)),
        box(
          'traf',
          box('tfhd', zero(4), u32(1)),
          box('tfdt', zero(4), u32(at * 1000)),
          box('trun', zero(4), u32(1)),
        ),
      ),
      box('mdat', zero(20)),
    ]),
  );
  return Buffer.concat([
    box('ftyp', utf8('isom'), zero(4)),
    moov,
    ...(isInPieces ? pieces : [box('mdat', zero(20))]),
    ...(told ? [told.after] : []),
  ]);
}

/** An Ogg of so many seconds. @param first what its stream begins with */
export function ogg(seconds: number, first = 'OpusHead') {
  const page = (flags: number, granule: number, content: Uint8Array) => {
    const head = Buffer.alloc(28);
    head.write('OggS', 0, 'latin1');
    head[5] = flags;
    head.writeBigUInt64LE(BigInt(granule), 6);
    head[26] = 1;
    head[27] = content.length;
    return Buffer.concat([head, content]);
  };
  const start = page(2, 0, Buffer.concat([utf8(first), Buffer.alloc(11)]));
  return Buffer.concat([start, page(4, seconds * 48_000, Buffer.alloc(60, 7))]);
}

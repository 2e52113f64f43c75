/** What a recording is kept and played as. Never what the phone says: what its content is. */
export const mediaTypes = [
  'audio/mp4',
  'audio/webm',
  'audio/ogg',
  'video/mp4',
  'video/webm',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** Longest recording taken, seconds: the three minutes that the page gives, and what a slow phone adds at its end. */
export const MAX_SECONDS = 200;

export interface Media {
  type: MediaType;
  /** As its own clock counts; 0 where it says nothing. */
  seconds: number;
}

/** What the containers' readers throw: a file cut in a header, or one that does not add up. */
export class MalformedMediaError extends Error {
  override name = 'MalformedMediaError';
}

/** Reads numbers out of a file; whatever lies outside of it is a fault of the file. */
export class Bytes {
  readonly #view: DataView;
  readonly length: number;
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }
  #need(at: number, count: number): void {
    if (at < 0 || at + count > this.length) throw new MalformedMediaError('cut short');
  }
  u8(at: number): number {
    this.#need(at, 1);
    return this.#view.getUint8(at);
  }
  i16(at: number): number {
    this.#need(at, 2);
    return this.#view.getInt16(at);
  }
  u32(at: number, isLittle = false): number {
    this.#need(at, 4);
    return this.#view.getUint32(at, isLittle);
  }
  /** Exact up to 2^53: no recording is longer. */
  u64(at: number, isLittle = false): number {
    this.#need(at, 8);
    return Number(this.#view.getBigUint64(at, isLittle));
  }
  float(at: number, size: number): number {
    this.#need(at, size);
    return size === 4 ? this.#view.getFloat32(at) : this.#view.getFloat64(at);
  }
  /** Big-endian, of 0 to 8 bytes, as in Matroska. */
  uint(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.u8(at + i);
    return value;
  }
  text(at: number, count: number): string {
    this.#need(at, count);
    let text = '';
    for (let i = 0; i < count; i += 1) text += String.fromCharCode(this.#view.getUint8(at + i));
    return text;
  }
}

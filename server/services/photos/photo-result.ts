import type { DocumentReason } from '#domain/api/draft.ts';

/** A photo as it is kept: JPEG of our own making, upright, without metadata. */
export interface CleanPhoto {
  state: 'received';
  full: Uint8Array;
  thumb: Uint8Array;
  /** px of `full`. */
  width: number;
  height: number;
  /** The pages after the first one, where the file was a PDF. */
  more?: readonly KeptPicture[];
}

/** One page in both sizes. */
export interface KeptPicture {
  full: Uint8Array;
  thumb: Uint8Array;
}

/** A file that we have and cannot use; the reason is told to the customer. */
export interface RefusedPhoto {
  state: 'rejected';
  reason: DocumentReason;
}

export type PhotoResult = CleanPhoto | RefusedPhoto;

/** What every kept photo is, whatever came in. */
export const KEPT_TYPE = 'image/jpeg';
/** Longest side of a kept photo, px: A4 at about 200 dots an inch, enough to read an invoice. */
export const FULL_SIDE = 2400;
/** Pages of a PDF that are taken: a hospital's list of a long stay has about ten. */
export const PDF_PAGES_MAX = 20;
/** Longest side of the small picture in lists, px. */
export const THUMB_SIDE = 400;

import type { DocumentReason } from '#domain/api/draft.ts';

/** A photo as it is kept: JPEG of our own making, upright, without metadata. */
export interface CleanPhoto {
  state: 'received';
  full: Uint8Array;
  thumb: Uint8Array;
  /** px of `full`. */
  width: number;
  height: number;
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
/** Longest side of the small picture in lists, px. */
export const THUMB_SIDE = 400;

import type { PaperKind } from '#domain/papers/read/types.ts';
import type { PhotoAdvice, PhotoSubject } from '#domain/photo/types.ts';

/** What is asked of whoever prepares a photo, in a worker or in the page. */
export interface PhotoJob {
  file: Blob;
  turns: 0 | 1 | 2 | 3;
  subject: PhotoSubject;
  /** What was asked for, where only this will do. */
  paper?: PaperKind;
}

/** How long each part took, ms; for measurements only. */
export interface PhotoTimes {
  decode: number;
  /** Drawn upright and as large as it is sent. */
  draw: number;
  measure: number;
  encode: number;
  hash: number;
}

/** What came of it; no `made` where the file could not be opened, or is sent as it is. */
export interface PhotoJobDone {
  hash: string;
  made?: {
    blob: Blob | null;
    width: number;
    height: number;
    advice: PhotoAdvice | null;
    look: string;
  };
  times: PhotoTimes;
}

/** What a worker says of a photo: the advice at once if there is any, then all of it. */
export type PhotoNews = { advice: PhotoAdvice } | { done: PhotoJobDone };

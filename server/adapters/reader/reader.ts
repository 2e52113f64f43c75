import type { PaperReading } from '#domain/papers/read/types.ts';

/** `starting`: not tried yet; `ready`: reads; `none`: cannot read here, everything is asked and staff read. */
export type ReaderState = 'starting' | 'ready' | 'none';

export interface ReaderFigures {
  /** Pictures that wait for a free place or are being read. */
  waiting: number;
  /** Since the start: pictures read, pictures that failed, seconds of reading. */
  read: number;
  failed: number;
  seconds: number;
}

/** Reads papers in photos. Whatever it is, the picture stays on this server. */
export interface Reader {
  readonly name: string;
  /** A demo one makes things up; none does so far. */
  readonly isDemo: boolean;
  state(): ReaderState;
  figures(): ReaderFigures;
  /**
   * What a paper in a picture says; a picture that says nothing, or is none, gives an empty reading.
   * @param image a picture file as it was kept
   * @throws ReaderError when it could not be looked at: too long, too large for memory, stopped
   */
  read(image: Uint8Array, signal?: AbortSignal): Promise<PaperReading>;
  close(): void;
}

/** The picture was not read, through no fault of its own: try again later, or ask. */
export class ReaderError extends Error {
  override name = 'ReaderError';
}

/** What a picture says that says nothing. */
export const NOTHING_READ: PaperReading = { kind: 'other', rotation: 0, fields: [] };

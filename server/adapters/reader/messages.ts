import type { PaperReading } from '#domain/papers/read/types.ts';

/** What the server and the thread that reads say to each other. */
export interface ReadRequest {
  id: number;
  image: Uint8Array;
}

export type ReadAnswer =
  | { kind: 'ready' }
  /** The package does not load on this system. */
  | { kind: 'none'; why: string }
  | { kind: 'done'; id: number; reading: PaperReading }
  | { kind: 'failed'; id: number; why: string };

import type { DraftDocument } from '#domain/api/draft.ts';
import type { KeptPhotos, PhotosEvent } from '#domain/drafts/kept-photos.ts';
import type { PaperKind } from '#domain/papers/read/types.ts';
import type { PhotoSubject } from '#domain/photo/types.ts';
import type { PreparedPhoto, PrepareOptions } from '../photo/prepare-photo.ts';
import type { PhotoBytes } from './photo-bytes.ts';
import type { sendFile } from './upload.ts';

/** The list of what lies on the phone: as the answers of its claim, or by itself (vault-list.ts). */
export interface PhotoList {
  now: () => KeptPhotos;
  /** On screen at once, on the phone a moment later; applied again to what another tab has kept. */
  apply: (event: PhotosEvent) => void;
  /** Resolves once everything so far is on the phone, or could not be put there. */
  settled: () => Promise<void>;
  /** Reads again what another tab may have changed. */
  look: () => Promise<void>;
}

export type Prepare = (file: File, options: PrepareOptions) => Promise<PreparedPhoto>;

export interface QueueParts {
  /** The answer that the files belong to. */
  field: string;
  /** Where they are sent to; '' while the server has made no draft. */
  draftId: () => string;
  list: PhotoList;
  /** The documents that the answer names now. */
  answer: () => readonly string[];
  /** The answer has changed, by what came in or was taken away here, or by another order. */
  onAnswer: (ids: readonly string[], before: readonly string[]) => void;
  /** What the server says of the documents of this draft, as last heard. */
  documents: () => readonly DraftDocument[];
  /** Asks the server again; `documents` tells afterwards. */
  refresh?: () => Promise<void>;
  /** What is sent of a file; without it the device's own preparation of photos. `asItIs` for recordings. */
  prepare?: Prepare;
  /** The kind of paper that is wanted here, where only one will do. */
  paper?: PaperKind;
  /** What is photographed, where it is no paper: of that less is said. */
  subject?: PhotoSubject;
  /** The paper is a card with two sides. */
  hasTwoSides?: boolean;
  bytes?: PhotoBytes;
  send?: typeof sendFile;
  /** A quarter clockwise, by the server. @throws when it does not */
  turnThere?: (documentId: string) => Promise<Pick<DraftDocument, 'turned'>>;
  /** Tells the server that a document stays as it is. @throws when it does not hear it */
  leaveThere?: (documentId: string) => Promise<void>;
  /** The server takes nothing more since the claim was sent, from another device: finds out what is to be filled in now. */
  onSent?: () => Promise<void>;
  /** Takes away what the server has of an upload. */
  dropThere?: (uploadUrl: string) => Promise<void>;
  /** Ends everything: somebody else is here now. */
  closed?: AbortSignal;
}

/** For files that are sent as they were made. */
export const asItIs: Prepare = (file) =>
  Promise.resolve({ file, width: 0, height: 0, advice: null, hash: '', look: '' });

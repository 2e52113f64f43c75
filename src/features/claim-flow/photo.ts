import type { DocumentReason } from '#domain/api/draft.ts';

/** What a photo may want, said before it is sent; one at a time, the weightiest. */
export type PhotoAdvice =
  'dark' | 'glare' | 'blurred' | 'too-small' | 'cut-edge' | 'other-paper' | 'next-page';

/**
 * Where a photo truly is. On the phone: `preparing` (being looked at and made smaller), `advised` (waits for "take again"
 * or "send anyway"), `waiting` (for a signal), `sending`, `failed` (refused by the line; may be tried again). With us,
 * because the server has said so: `received`, `unreadable` (we have it and cannot read it), `rejected` (of no use, see
 * the reason; one that never left, because it is too large, too).
 */
export type PhotoStage =
  | 'preparing'
  | 'advised'
  | 'waiting'
  | 'sending'
  | 'received'
  | 'unreadable'
  | 'rejected'
  | 'failed';

/** Why the page has to say more than where a photo is. */
export type PhotoReason =
  | DocumentReason
  /** The phone had no room: it is in this page only, and gone when that is closed before it is sent. */
  | 'no-room'
  /** The phone has thrown its copy away before it was sent: it has to be taken again. */
  | 'lost';

export interface Photo {
  key: string;
  kind: 'photo' | 'pdf';
  state: PhotoStage;
  /** 0 to 1: what the server has acknowledged. */
  share: number;
  /** While `advised`, and afterwards, what it might want. */
  advice?: PhotoAdvice;
  /** The same picture is here already, under this key: nothing is sent twice. */
  sameAs?: string;
  documentId?: string;
  reason?: PhotoReason;
  /** To look at: the file on the phone, or the server's small picture. */
  previewUrl?: string;
  /** The original, as long as it is on the phone. */
  file?: File;
}

export interface PhotoState {
  /** In the person's order. */
  photos: readonly Photo[];
  add: (files: readonly File[]) => void;
  remove: (key: string) => void;
  /** Tries one again that failed, or that waits. */
  retry: (key: string) => void;
  /** Sends an advised one, or one that is the same as another, as it is. */
  sendAnyway: (key: string) => void;
  /** Takes one again: the old one goes only when the new one is there. */
  replace: (key: string, file: File) => void;
  /** A quarter clockwise: on the phone before it is sent, by the server afterwards. */
  turn: (key: string) => void;
  /** One place forward (-1) or back (1). */
  move: (key: string, by: -1 | 1) => void;
}

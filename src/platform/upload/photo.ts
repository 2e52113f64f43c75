import type { DocumentReason } from '#domain/api/draft.ts';
import type { PhotoAdvice } from '#domain/photo/types.ts';

/**
 * Where a photo truly is. On the phone: `preparing` (being kept, looked at and made smaller), `advised` (waits for "take
 * again" or "send anyway", or is the same as another), `waiting` (goes by itself when there is a line), `sending`,
 * `failed` (refused, or gone from the phone: see the reason). With us, because the server has said so: `checking` (being
 * looked through before anybody opens it), `received`, `unreadable` (we have it and cannot read it), `rejected` (of no use, see the reason; one that never left because it is
 * too large, too).
 */
export type PhotoStage =
  | 'preparing'
  | 'advised'
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'received'
  | 'unreadable'
  | 'rejected'
  | 'failed';

/** Why the page has to say more than where a photo is. */
export type PhotoReason =
  | DocumentReason
  /** The phone has no room: it is in this page only, and gone when that is closed before it is sent. */
  | 'no-room'
  /** It is gone from the phone and was never sent: it has to be taken again. */
  | 'lost'
  /** It could not be turned now. */
  | 'not-turned';

export interface Photo {
  key: string;
  kind: 'photo' | 'pdf';
  state: PhotoStage;
  /** 0 to 1: what the server has acknowledged. */
  share: number;
  /** While `advised`, and afterwards, what it might want. */
  advice?: PhotoAdvice;
  /** The same picture is here already, under this key: it is sent once. */
  sameAs?: string;
  documentId?: string;
  reason?: PhotoReason;
  /** The person leaves it as it is, whatever is the matter with it: nothing is asked any more. */
  isLeft?: boolean;
  /** Of a PDF that the server has counted. */
  pages?: number;
  /** To look at: the file on the phone, or the server's small picture. */
  previewUrl?: string;
  /** The file as it was chosen, while this page has it. */
  file?: File;
}

export interface PhotoState {
  /** In the person's order. */
  photos: readonly Photo[];
  add: (files: readonly File[]) => void;
  remove: (key: string) => void;
  /** Tries one again that failed, or that waits, now. */
  retry: (key: string) => void;
  /** Sends an advised one as it is. */
  sendAnyway: (key: string) => void;
  /** Leaves one that we have as it is, although we cannot read it or it is another paper; for every device and visit. */
  leave: (key: string) => void;
  /** The person goes on to the next page: what was advised is sent as it is, what is here twice is let go. */
  goOn: () => void;
  /** Takes one again: the old one goes only when the new one is there. */
  replace: (key: string, file: File) => void;
  /** A quarter clockwise: on the phone before it is sent, by the server afterwards. */
  turn: (key: string) => void;
  /** One place forward (-1) or back (1). */
  move: (key: string, by: -1 | 1) => void;
}

/** The server has it and takes it as an answer: what it cannot read, a person looks at. */
export const isWithUs = (state: PhotoStage): boolean =>
  state === 'received' || state === 'checking' || state === 'unreadable';

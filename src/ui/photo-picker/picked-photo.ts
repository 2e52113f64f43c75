/**
 * `preparing`, `advised`, `waiting` for a connection and `sending`: still on the phone. `checking`, `received`,
 * `unreadable`, `rejected`: what we say of it. `failed`: may be tried again.
 */
export type PhotoState =
  | 'preparing'
  | 'advised'
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'received'
  | 'unreadable'
  | 'rejected'
  | 'failed';

/** `again`: takes it anew; `anyway`: sends it as it is; `same`: lets go of what is here twice; `look`: opens it large. */
export type PhotoAct = 'again' | 'anyway' | 'same' | 'retry' | 'remove' | 'look';

export interface PickedPhoto {
  id: string;
  /** 第 1 张: names the photo wherever it is spoken of. */
  name: string;
  /** Of the thumbnail; none while there is nothing to show. */
  url?: string;
  /** A PDF is shown as a sheet of paper. */
  kind?: 'photo' | 'pdf';
  /** Of a sheet: its number of pages in words. */
  pages?: string;
  state: PhotoState;
  /** The state in words; the reason with it where it was refused. */
  stateText: string;
  /** 0 to 1 while sending. */
  progress?: number;
  /** One sentence of advice: the photo is shown large above it. Read aloud where the page is being read. */
  advice?: string;
  /** It is with us, and something about it is not as it should be: `stateText` says what. */
  hasRemark?: boolean;
  /** What can be done with it, in this order. Absent: again if it failed, and taking it away. */
  acts?: readonly PhotoAct[];
  /** What to do with this photo is the page's one next thing: the first of its acts is the main button. */
  isNext?: boolean;
}

export interface PhotoWords {
  /** Visible on each photo; the photo's name is added for whoever hears it. */
  remove: string;
  retry: string;
  again?: string;
  anyway?: string;
  same?: string;
  look?: string;
}

// HEIC by name as well: some Android file dialogs leave it out of image/*.
export const PHOTO_TYPES = ['image/*', 'image/heic', 'image/heif'];

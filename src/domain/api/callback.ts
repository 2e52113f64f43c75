/** `waiting`: to be called; `left`: three tries without reaching anybody, a person decides. */
export type CallbackState = 'waiting' | 'done' | 'left' | 'cancelled';

/** A call-back: an entry in the one queue that outlives page, device and restart. */
export interface Callback {
  id: string;
  conversationId: string;
  state: CallbackState;
  /** The chosen time; absent: as soon as it is their turn. ISO 8601. */
  at?: string;
  /** `138****0001` */
  maskedPhone: string;
  tries: number;
}

/** A call-back with its place, as the customer sees it. */
export interface CallbackPlace extends Callback {
  position: number;
  waitSeconds: { low: number; high: number } | null;
}

/** Times that may be chosen: the starts of half hours within the hours of the house. */
export interface CallbackTimes {
  times: readonly string[];
  /** Whether "as soon as you can" is of use now. */
  isOpen: boolean;
}

/** Ways in which somebody may have answered already: staff need not ask whether they tried (H4). */
export const triedWays = ['photo', 'voice', 'typing'] as const;
/** So many of the last errors go along, and so long is all of it at most. */
export const TRIED_CODES = 5;
export const TRIED_LENGTH = 300;

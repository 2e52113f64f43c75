/** Subjects of hints beside the ids of conversations. */

/** The queue has changed: somebody may be given to somebody. */
export const QUEUE = 'queue';
/** What desks show of the queue has changed. */
export const DESK = 'desk';
/** What one member's desk shows has changed. */
export const deskOf = (staffId: string): string => `desk-${staffId}`;

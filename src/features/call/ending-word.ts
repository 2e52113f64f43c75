import type { CallView } from '#platform/call/call-view.ts';

/** The same end has another word for whoever made it. */
export function endingWord({ ending = 'lost', isEndedHere, isTheirs }: CallView) {
  if (ending === 'hung-up' && isEndedHere) return 'hungUpHere';
  if (ending === 'missed' && isTheirs) return 'missedTheirs';
  return ending === 'unsupported' && isEndedHere ? 'unsupportedHere' : ending;
}

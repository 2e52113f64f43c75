import { matterIds, type MatterId } from '../flow/define-flow.ts';
import type { MatterField, Step } from '../flow/types.ts';
import { payeeShown } from './payout.ts';

/** Version of the words of the matters. A new text is a new yes. */
const TEXT_VERSION = 1;

/** What each matter shows of the answers where a kind of claim says nothing else. */
const usuallyShown: Readonly<Record<MatterId, readonly string[]>> = {
  matterWhat: [],
  matterWhom: ['insured', 'insuredName'],
  matterHowMuch: ['amountFen'],
  matterPayee: payeeShown,
  matterConsents: ['healthConsent', 'bankConsent'],
  matterTimeLimits: [],
  matterObjection: [],
};

/**
 * The seven key matters of a kind (P6) as configuration: which answers each puts before the customer. Their words are
 * `fields.<matter>` of the kind's own file or of the shared one.
 */
export function mattersWith(
  shown: Readonly<Partial<Record<MatterId, readonly string[]>>>,
): Readonly<Record<MatterId, MatterField>> {
  const fields = matterIds.map((id): [MatterId, MatterField] => [
    id,
    { kind: 'matter', version: TEXT_VERSION, shows: shown[id] ?? usuallyShown[id] },
  ]);
  return Object.fromEntries(fields) as Record<MatterId, MatterField>;
}

/** All seven on one page, one after the other. */
export const mattersStep: Step = {
  id: 'matters',
  section: 'matters',
  screen: 'matters',
  ask: matterIds,
};

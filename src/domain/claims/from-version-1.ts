import type { Answers } from '../flow/types.ts';

/**
 * Version 1 paid nobody but the customer and did not ask: whoever had chosen another way than the known card has said
 * so. Every other answer has the same name and meaning in version 2 and stays.
 */
export function paidToSelf(answers: Answers): Answers {
  const { payoutTo, payeeWho } = answers;
  if (payeeWho !== undefined || (payoutTo !== 'newCard' && payoutTo !== 'counter')) return answers;
  return { ...answers, payeeWho: 'self' };
}

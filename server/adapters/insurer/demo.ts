import { demoBranches } from './demo-branches.ts';
import { demoCustomers } from './demo-data.ts';
import type { Insurer } from './insurer.ts';

/** How the demo's money gets to somebody without its own staff: what is handed out lies ready at a branch. */
const sentByItself = new Set(['cardOnFile', 'newCard', 'passbook', 'postalOrder']);

/**
 * The insurer of the demo: a dozen customers, three branches; it takes every claim, agrees to what our rules approve and
 * pays at once.
 */
export function createDemoInsurer(): Insurer {
  return {
    kind: 'demo',
    findCustomer: (phone) => Promise.resolve(demoCustomers[phone]),
    listBranches: () => Promise.resolve(demoBranches),
    deliverClaim: () => Promise.resolve(),
    recallClaim: () => Promise.resolve(),
    assess: ({ amountFen }) => Promise.resolve({ outcome: 'approve', amountFen }),
    pay: ({ method }) => Promise.resolve(sentByItself.has(method) ? 'paid' : 'ready'),
  };
}

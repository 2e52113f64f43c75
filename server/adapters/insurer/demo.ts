import { demoBranches } from './demo-branches.ts';
import { demoCustomers } from './demo-data.ts';
import type { Insurer } from './insurer.ts';

/** The insurer of the demo: a dozen customers, three branches; it takes every claim. */
export function createDemoInsurer(): Insurer {
  return {
    kind: 'demo',
    findCustomer: (phone) => Promise.resolve(demoCustomers[phone]),
    listBranches: () => Promise.resolve(demoBranches),
    deliverClaim: () => Promise.resolve(),
  };
}

import type { Claim } from '#domain/api/claim.ts';
import { claimExamples } from '../../../../src/features/claim-status/claim.examples.ts';
import { breakOff, change, hang } from '../network.ts';
import { BROKEN, type Scene } from '../scene.ts';
import type { People } from '../people.ts';

const one = ({ claimId }: People) => `/claims/${claimId}`;
const ofOne = /\/api\/claims\/[\w-]+$/;

/** A claim that has come further than a test server takes it. */
const claimThat = (name: string, over: (claim: Claim) => Partial<Claim>): Scene => ({
  name: `a claim that ${name}`,
  route: '/claims/:id',
  person: 'customer',
  path: one,
  waitFor: '.timeline',
  before: ({ page }) => change(page, ofOne, over),
});

/** After a claim was sent: the receipt, the list, where it stands. */
export const statusScenes: readonly Scene[] = [
  {
    name: 'sent',
    route: '/claims/:id/sent',
    person: 'customer',
    path: (people) => `${one(people)}/sent`,
    waitFor: '.big-number',
    isEverywhere: true,
  },
  {
    name: 'sent, with the picture to keep',
    route: '/claims/:id/sent',
    person: 'customer',
    path: (people) => `${one(people)}/sent`,
    waitFor: '.receipt-picture',
    act: ({ page, say }) =>
      page.getByRole('button', { name: say('status', 'keep.picture') }).click(),
  },
  {
    name: 'my claims',
    route: '/claims',
    person: 'customer',
    path: '/claims',
    waitFor: 'main .job-card',
  },
  {
    name: 'my claims, none yet',
    state: 'empty',
    route: '/claims',
    person: 'newcomer',
    path: '/claims',
    waitFor: 'main [data-main]',
  },
  {
    name: 'my claims, not signed in',
    state: 'error',
    route: '/claims',
    person: 'stranger',
    path: '/claims',
    waitFor: 'main [data-main]',
  },
  {
    name: 'my claims, opening',
    state: 'loading',
    route: '/claims',
    person: 'customer',
    path: '/claims',
    waitFor: 'main [role=status]',
    before: ({ page }) => hang(page, '**/api/claims'),
  },
  {
    name: 'my claims, no network',
    state: 'offline',
    route: '/claims',
    person: 'customer',
    path: '/claims',
    waitFor: '.load-failed',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/claims'),
  },
  { name: 'one claim', route: '/claims/:id', person: 'customer', path: one, waitFor: '.timeline' },
  claimThat('was refused', ({ id }) => ({ ...claimExamples.refused, id })),
  claimThat('was paid', ({ id }) => ({ ...claimExamples.paid, id })),
  claimThat('is late, with a paper that cannot be used', (claim) => ({
    status: 'in-review',
    promiseBy: '2026-01-05T09:00:00Z',
    documents: claim.documents.map((document) => ({
      ...document,
      state: 'rejected',
      reason: 'cannot-open',
    })),
  })),
  {
    name: 'a claim that is somebody else’s',
    state: 'error',
    route: '/claims/:id',
    person: 'newcomer',
    path: one,
    waitFor: 'main [data-main]',
  },
];

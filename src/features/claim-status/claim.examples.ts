import type { Claim, ClaimDecision, ClaimStep } from '#domain/api/claim.ts';

const steps = (
  now: ClaimStep['id'],
  over: Partial<Record<ClaimStep['id'], Partial<ClaimStep>>> = {},
): ClaimStep[] => {
  const ids = ['received', 'review', 'decision', 'payment'] as const;
  const at = ids.indexOf(now as (typeof ids)[number]);
  return ids.map((id, i) => ({
    id,
    state: i < at || now === 'closed' ? 'done' : i === at ? 'now' : 'next',
    ...over[id],
  }));
};

const sent = '2026-11-21T14:00:00+08:00';
const promiseBy = '2026-11-23T14:30:00+08:00';
const nothing = { withdraw: false, proceed: false, askReview: false, sendPapers: false };

const base: Claim = {
  id: 'k1',
  number: 'SL261121123458',
  flow: 'hospital',
  flowVersion: 2,
  status: 'in-review',
  submittedAt: sent,
  promiseBy,
  lane: 'green',
  laneReasons: ['small-amount', 'papers-complete', 'age-first'],
  ruleVersion: '2026-11-22',
  clocks: [{ kind: 'decide', dueAt: '2026-12-22T00:00:00+08:00' }],
  withdrawUntil: '2026-11-21T14:10:00+08:00',
  timeline: [{ at: sent, kind: 'received', actor: 'customer' }],
  documents: [
    { id: 'd1', kind: 'invoicePhotos', state: 'received' },
    { id: 'd2', kind: 'invoicePhotos', state: 'rejected', reason: 'cannot-open' },
  ],
  answers: { cause: 'illness' },
  steps: steps('review', { received: { at: sent }, decision: { by: promiseBy } }),
  policies: [{ id: 'p1', product: 'health', insuredId: 'self', limitFen: 2_000_000 }],
  appointments: [],
  inCharge: { name: '王敏', phone: '021-6500 0001', hours: '08:30-17:00' },
  can: nothing,
  isLate: false,
};

const decided = '2026-11-22T09:05:00+08:00';
const byPerson: ClaimDecision = {
  outcome: 'refused',
  clause: '第七条第三款：美容、整形的费用',
  words: '这次做的是牙齿美白。\n保险管看病，不管美容，所以没有赔。',
  decidedAt: decided,
  decidedBy: { kind: 'staff', name: '李强' },
};

/** One claim in each state that a customer can meet, as the server tells it: for tests and for looking at. */
export const claimExamples = {
  received: {
    ...base,
    status: 'received',
    can: { ...nothing, withdraw: true, proceed: true },
    steps: steps('review', { received: { at: sent }, decision: { by: promiseBy } }),
  },
  inReview: base,
  late: {
    ...base,
    isLate: true,
    steps: steps('review', { received: { at: sent }, decision: { by: promiseBy, isLate: true } }),
  },
  papersNeeded: {
    ...base,
    status: 'papers-needed',
    draftId: 'draft1',
    can: { ...nothing, sendPapers: true },
    neededPapers: [
      { field: 'invoicePhotos', reason: '第二张看不清日期', isHere: false },
      { field: 'dischargePhotos', reason: '要知道您是哪天出院的', isHere: false },
    ],
    steps: [
      { id: 'received', state: 'done', at: sent },
      { id: 'papers', state: 'now' },
      { id: 'review', state: 'next' },
      { id: 'decision', state: 'next', by: promiseBy },
      { id: 'payment', state: 'next' },
    ],
  },
  byOtherWays: {
    ...base,
    documents: [],
    answers: { cause: 'illness', invoicePhotos: 'visit' },
    appointments: [
      {
        id: 'a1',
        kind: 'visit',
        state: 'open',
        papers: ['invoicePhotos'],
        claimId: 'k1',
        day: '2026-11-24',
        part: 'morning',
        address: '建设路 8 号 3 单元 201',
        visitor: { name: '赵丽', code: '4821' },
        createdAt: sent,
      },
    ],
  },
  approved: {
    ...base,
    status: 'approved',
    decision: {
      outcome: 'approved',
      amountFen: 286_050,
      decidedAt: decided,
      decidedBy: { kind: 'machine' },
      payBy: '2026-12-02T00:00:00+08:00',
    },
    payment: { method: 'cardOnFile', amountFen: 286_050, state: 'waiting' },
    can: { ...nothing, askReview: true },
    steps: steps('payment', {
      received: { at: sent },
      review: { at: decided },
      decision: { at: decided },
      payment: { by: '2026-12-02T00:00:00+08:00' },
    }),
  },
  partly: {
    ...base,
    status: 'partly-approved',
    decision: {
      ...byPerson,
      outcome: 'partly-approved',
      amountFen: 120_000,
      words: '药费都赔。护工的钱，这份保险不管。',
    },
    payment: { method: 'newCard', amountFen: 120_000, state: 'held', heldUntil: promiseBy },
    can: { ...nothing, askReview: true },
    steps: steps('payment', { received: { at: sent }, decision: { at: decided } }),
  },
  refused: {
    ...base,
    status: 'refused',
    decision: byPerson,
    clocks: [...base.clocks, { kind: 'tell-refusal', dueAt: '2026-11-26T00:00:00+08:00' }],
    can: { ...nothing, askReview: true },
    steps: [
      { id: 'received', state: 'done', at: sent },
      { id: 'review', state: 'done', at: decided },
      { id: 'decision', state: 'done', at: decided },
      { id: 'closed', state: 'done', at: decided },
    ],
  },
  reopened: {
    ...base,
    status: 'reopened',
    decision: byPerson,
    clocks: [{ kind: 'review', dueAt: '2026-11-26T17:00:00+08:00' }],
    steps: steps('review', {
      received: { at: sent },
      decision: { by: '2026-11-26T17:00:00+08:00' },
    }),
  },
  paid: {
    ...base,
    status: 'paid',
    documents: base.documents.slice(0, 1),
    decision: {
      outcome: 'approved',
      amountFen: 286_050,
      decidedAt: decided,
      decidedBy: { kind: 'machine' },
    },
    payment: {
      method: 'cardOnFile',
      amountFen: 286_050,
      state: 'paid',
      paidAt: '2026-11-22T10:00:00+08:00',
    },
    timeline: [
      ...base.timeline,
      { at: decided, kind: 'approved', actor: 'system' },
      { at: '2026-11-22T10:00:00+08:00', kind: 'paid', actor: 'system' },
    ],
    steps: steps('closed', { received: { at: sent }, payment: { at: promiseBy } }),
  },
  withdrawn: {
    ...base,
    status: 'withdrawn',
    draftId: 'draft1',
    steps: [{ id: 'received', state: 'done', at: sent }],
  },
} as const satisfies Record<string, Claim>;

export type ClaimExample = keyof typeof claimExamples;

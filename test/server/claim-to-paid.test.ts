import { expect, test } from 'vitest';
import type { Claim, ClaimSummary } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import { createDemoInsurer } from '#server/adapters/insurer/demo.ts';
import type { Insurer, PayOrder } from '#server/adapters/insurer/insurer.ts';
import { act, DAY, HOUR, MINUTE, newCard, pass, sentClaim, textsTo } from './support/claims.ts';
import { describeOnBoth } from './support/harness.ts';

const kinds = (claim: Claim) => claim.timeline.map(({ kind }) => kind);
const step = (claim: Claim, id: string) => claim.steps.find((one) => one.id === id);

describeOnBoth('a claim that is sent', (server) => {
  test('small and complete, is decided within a minute and paid when it can no longer be taken back', async () => {
    const { customer, id, phone } = await sentClaim(server());
    await pass(server(), MINUTE);
    const decided = (await customer.claim(id)).body;
    expect(decided).toMatchObject({
      status: 'approved',
      decision: { outcome: 'approved', amountFen: 128_050, decidedBy: { kind: 'machine' } },
      payment: { method: 'cardOnFile', amountFen: 128_050, state: 'waiting' },
      can: { withdraw: true, proceed: true, askReview: true, sendPapers: false },
      isLate: false,
    });
    expect(step(decided, 'payment')).toMatchObject({ state: 'now' });
    expect(decided.clocks.map(({ kind }) => kind)).toEqual(['decide', 'pay']);
    await pass(server(), 8 * MINUTE);
    expect((await customer.claim(id)).body.status).toBe('approved');
    await pass(server(), MINUTE);
    const paid = (await customer.claim(id)).body;
    expect(paid).toMatchObject({ status: 'paid', payment: { state: 'paid' } });
    expect(paid.can).toMatchObject({ withdraw: false, proceed: false });
    expect(paid.steps.every(({ state }) => state === 'done')).toBe(true);
    expect(kinds(paid)).toEqual(['received', 'decided', 'paid']);
    const texts = (await textsTo(customer, phone)).map(({ purpose }) => purpose);
    expect(texts.slice(0, 3)).toEqual(['claim-paid', 'claim-approved', 'claim-received']);
  });

  test('is paid at once when the customer needs no more time; said twice, it is paid once', async () => {
    const { customer, id } = await sentClaim(server());
    const gone = await Promise.all([1, 2, 3].map(() => act(customer, id, 'proceed')));
    expect(gone.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(gone[0]?.body.can).toMatchObject({ withdraw: false, proceed: false });
    await pass(server(), 0);
    const paid = (await customer.claim(id)).body;
    expect(kinds(paid)).toEqual(['received', 'proceed', 'decided', 'paid']);
    expect((await act(customer, id, 'proceed')).status).toBe(200);
    const late = await act(customer, id, 'withdraw');
    expect([late.status, late.body.code]).toEqual([409, 'withdraw-window-passed']);
  });

  test('can be taken back at 9:59, with every answer and photo, changed and sent again', async () => {
    const { customer, id, draftId } = await sentClaim(server());
    await pass(server(), 9 * MINUTE + 59_000);
    const back = await act<{ draftId: string }>(customer, id, 'withdraw');
    expect([back.status, back.body]).toEqual([200, { draftId }]);
    const again = await act<{ draftId: string }>(customer, id, 'withdraw');
    expect([again.status, again.body]).toEqual([200, { draftId }]);
    await pass(server(), HOUR);
    const claim = (await customer.claim(id)).body;
    expect(claim).toMatchObject({ status: 'withdrawn', draftId, documents: [] });
    expect(claim.payment).toBeUndefined();
    expect(claim.steps.map(({ id: one }) => one)).toEqual(['received', 'closed']);

    const draft = (await customer.get<Draft>(`/api/drafts/${draftId}`)).body;
    expect(draft.answers).toMatchObject({ amountFen: 128_050, payoutTo: 'cardOnFile' });
    expect(draft.documents).toMatchObject([{ field: 'invoicePhotos', state: 'received' }]);
    const sent = await customer.submit(draftId);
    expect(sent.status).toBe(201);
    expect(sent.body.id).not.toBe(id);
    const second = (await customer.claim(sent.body.id)).body;
    expect(second.documents).toMatchObject([{ kind: 'invoicePhotos' }]);
    expect((await customer.claim(id)).body.draftId).toBeUndefined();
    const list = await customer.get<{ claims: ClaimSummary[] }>('/api/claims');
    expect(list.body.claims.map((one) => one.id)).toEqual(
      expect.arrayContaining([id, sent.body.id]),
    );
  });

  test('cannot be taken back at 10:00, nor by somebody else, nor go ahead once it was taken back', async () => {
    const { customer, id } = await sentClaim(server());
    const other = await sentClaim(server());
    server().parts.clock.advance(0);
    const stranger = await act(other.customer, id, 'withdraw');
    expect(stranger.status).toBe(404);
    const back = await act(other.customer, other.id, 'withdraw');
    expect(back.status).toBe(200);
    const proceed = await act(other.customer, other.id, 'proceed');
    expect([proceed.status, proceed.body.code]).toEqual([409, 'claim-closed']);
    await pass(server(), 10 * MINUTE);
    const late = await act(customer, id, 'withdraw');
    expect([late.status, late.body.code]).toEqual([409, 'withdraw-window-passed']);
  });

  test('taken back and waved on at the same moment, does one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { customer, id } = await sentClaim(server());
      await pass(server(), MINUTE);
      const replies = await Promise.all([
        act(customer, id, 'withdraw'),
        act(customer, id, 'proceed'),
        act(customer, id, 'withdraw'),
        act(customer, id, 'proceed'),
      ]);
      await pass(server(), 20 * MINUTE);
      const { body } = await customer.claim(id);
      const isBack = body.status === 'withdrawn';
      expect(body.status).toBe(isBack ? 'withdrawn' : 'paid');
      expect(replies.map(({ status }) => status)).toEqual(
        isBack ? [200, 409, 200, 409] : [409, 200, 409, 200],
      );
      expect(kinds(body).includes('paid')).toBe(!isBack);
    }
  });

  test('over the limit, or for somebody whom the insurer does not know, goes to a person', async () => {
    const large = await sentClaim(server(), { amountFen: 300_001 });
    const unknown = await sentClaim(server(), { ...newCard() }, '19912345678');
    await pass(server(), MINUTE);
    for (const { customer, id } of [large, unknown]) {
      const { body } = await customer.claim(id);
      expect(body.status).toBe('in-review');
      expect(body.decision).toBeUndefined();
      expect(step(body, 'review')).toMatchObject({ state: 'now', by: body.promiseBy });
      expect(kinds(body)).toEqual(['received', 'review-began']);
    }
  });

  test('the same event filed twice goes to a person the second time', async () => {
    const first = await sentClaim(server(), { visitedOn: '2026-10-05' }, '13800000001');
    await pass(server(), 20 * MINUTE);
    expect((await first.customer.claim(first.id)).body.status).toBe('paid');
    const second = await sentClaim(server(), { visitedOn: '2026-10-05' }, '13800000001');
    await pass(server(), 20 * MINUTE);
    expect((await second.customer.claim(second.id)).body.status).toBe('in-review');
  });

  test('is raised, and its customer told on the page and by text before they ask, once each', async () => {
    const { customer, id, phone } = await sentClaim(server(), { amountFen: 400_000 });
    await pass(server(), MINUTE);
    const { promiseBy, submittedAt } = (await customer.claim(id)).body;
    const promise = Date.parse(promiseBy) - Date.parse(submittedAt);
    await pass(server(), Math.round(promise * 0.81));
    expect(kinds((await customer.claim(id)).body)).toContain('raised');
    expect((await customer.claim(id)).body.isLate).toBe(false);
    await pass(server(), Math.round(promise * 0.2));
    const late = (await customer.claim(id)).body;
    expect(late.isLate).toBe(true);
    expect(step(late, 'review')?.isLate).toBe(true);
    for (let week = 0; week < 3; week += 1) await pass(server(), 7 * DAY);
    const after = (await customer.claim(id)).body;
    expect(kinds(after).filter((kind) => kind === 'late-told')).toHaveLength(1);
    expect(kinds(after).filter((kind) => kind === 'raised')).toHaveLength(1);
    const told = (await textsTo(customer, phone)).filter(({ purpose }) =>
      purpose.startsWith('claim-late'),
    );
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(told[0]?.text).not.toMatch(/https?:|www\./);
    const list = await customer.get<{ claims: ClaimSummary[] }>('/api/claims');
    expect(list.body.claims.find((one) => one.id === id)?.isLate).toBe(true);
  });
});

const orders: PayOrder[] = [];
let isAway = false;
/** An insurer that dies after it paid, every other time, before anybody hears of it. */
const forgetful = (): Insurer => ({
  ...createDemoInsurer(),
  assess: (claim) =>
    isAway
      ? Promise.reject(new Error('away'))
      : Promise.resolve({ outcome: 'approve', amountFen: claim.amountFen }),
  pay: (order) => {
    orders.push(order);
    return orders.length % 2 === 1
      ? Promise.reject(new Error('the connection broke'))
      : Promise.resolve('paid');
  },
});

describeOnBoth(
  'an insurer whose answers are lost',
  (server) => {
    test('is asked to pay the same order again, never another one', async () => {
      orders.length = 0;
      const { customer, id } = await sentClaim(server());
      await pass(server(), MINUTE);
      await pass(server(), 10 * MINUTE);
      await pass(server(), HOUR);
      expect((await customer.claim(id)).body.status).toBe('paid');
      expect(orders.length).toBeGreaterThanOrEqual(2);
      expect(new Set(orders.map((order) => order.id)).size).toBe(1);
    });
    test('and who cannot be asked at all keeps nobody waiting: a person looks', async () => {
      isAway = true;
      const { customer, id } = await sentClaim(server());
      for (let i = 0; i < 6; i += 1) await pass(server(), HOUR);
      expect((await customer.claim(id)).body.status).toBe('in-review');
      isAway = false;
    });
  },
  () => ({ insurer: forgetful() }),
);

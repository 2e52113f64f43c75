import { beforeAll, expect, test } from 'vitest';
import type { StaffClaim } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import {
  act,
  desk,
  forPerson,
  HOUR,
  kinds,
  MINUTE,
  pass,
  sentClaim,
  textsTo,
} from './support/claims.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { auditOf, cheap, signIn, staffOf } from './support/staff.ts';

const clause = '第三条 保险责任';
const words = '发票上的日子在合同开始以前，合同管不到那一天。';
async function memberOf(server: TestServer, username: string): Promise<Visitor> {
  const visitor = visit(server);
  const reply = await signIn(visitor, username);
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.body.code}`);
  return visitor;
}

describeOnBoth('a person decides about a claim', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  test('an approval is told, paid and written down with who gave it', async () => {
    const { customer, id, phone } = await forPerson(server());
    const agent = await staffOf(server(), 'agent');
    const before = await agent.get<StaffClaim>(`/api/staff/claims/${id}`);
    expect(before.body.desk).toMatchObject({
      task: 'decide',
      assessment: { outcome: 'person', reasons: ['not-green', 'over-small-claim'] },
      claimedFen: 400_000,
      may: { decide: true, askPapers: true, callPayee: false },
    });
    const reply = await desk(agent, id, 'decision', { outcome: 'approved', amountFen: 400_000 });
    expect([reply.status, reply.body.status]).toEqual([200, 'approved']);
    await pass(server(), 10 * MINUTE);
    const claim = (await customer.claim(id)).body;
    expect(claim).toMatchObject({
      status: 'paid',
      decision: { outcome: 'approved', decidedBy: { kind: 'staff' } },
      inCharge: { hours: '09:00-17:30' },
    });
    expect(claim.inCharge?.name).not.toBe('');
    expect((await textsTo(customer, phone))[0]?.text).toContain('4,000 元');
    const written = (await auditOf(server(), 'claim-decided')).find((row) => row.subject_id === id);
    expect(written?.actor_id).toBeTruthy();
  });

  test('a refusal needs a person, a clause and plain words, and reaches the customer with all three', async () => {
    const { customer, id, phone } = await forPerson(server());
    const agent = await staffOf(server(), 'agent');
    for (const [body, code] of [
      [{ outcome: 'refused' }, 'clause-too-short'],
      [{ outcome: 'refused', clause, words: '不赔。' }, 'words-too-short'],
      [{ outcome: 'refused', clause, words: `${words} 看 www.example.com` }, 'words-no-links'],
      [{ outcome: 'refused', clause, words, amountFen: 1 }, 'field-unknown'],
      [{ outcome: 'partly-approved', clause, words }, 'required'],
      [{ outcome: 'partly-approved', amountFen: 100, words }, 'clause-too-short'],
      [{ outcome: 'approved' }, 'required'],
      [{ outcome: 'approved', amountFen: 0 }, 'wrong-type'],
      [{ outcome: 'approved', amountFen: 99_900_000_000 }, 'amount-over-limit'],
      [{ outcome: 'declined', clause, words }, 'wrong-type'],
    ] as const) {
      const reply = await desk(agent, id, 'decision', body);
      expect([reply.status, reply.body.code]).toEqual([422, code]);
    }
    expect((await customer.claim(id)).body.status).toBe('in-review');
    const refused = await desk(agent, id, 'decision', { outcome: 'refused', clause, words });
    expect(refused.status).toBe(200);
    const claim = (await customer.claim(id)).body;
    expect(claim).toMatchObject({
      status: 'refused',
      decision: { outcome: 'refused', clause, words, decidedBy: { kind: 'staff' } },
      can: { askReview: true },
    });
    expect(claim.payment).toBeUndefined();
    expect(claim.clocks.map(({ kind }) => kind)).toEqual(['decide', 'tell-refusal']);
    expect(claim.steps.map((step) => step.id)).toContain('closed');
    const [text] = await textsTo(customer, phone);
    expect(text?.text).toContain(words);
    expect(text?.text).toContain(clause);
    expect(text?.text).not.toMatch(/https?:|www\./);
    // Nobody has ever been refused without the name of who did it (C9).
    const rows = await server()
      .parts.store.db.selectFrom('audit')
      .selectAll()
      .where('action', '=', 'claim-decided')
      .execute();
    const less = rows.filter((row) => /refused|partly/.test(row.detail));
    expect(less.length).toBeGreaterThan(0);
    for (const row of less)
      expect([row.actor_kind, row.actor_id]).toEqual(['staff', expect.any(String)]);
  });

  test('of two who decide at once, one does; the same again changes nothing', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await forPerson(server());
      const [one, two] = [await memberOf(server(), 'agent1'), await memberOf(server(), 'agent2')];
      const replies = await Promise.all([
        desk(one, id, 'decision', { outcome: 'approved', amountFen: 400_000 }),
        desk(two, id, 'decision', { outcome: 'refused', clause, words }),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const isFirst = replies[0].status === 200;
      const again = isFirst
        ? await desk(one, id, 'decision', { outcome: 'approved', amountFen: 400_000 })
        : await desk(two, id, 'decision', { outcome: 'refused', clause, words });
      expect(again.status).toBe(200);
      expect(again.body.desk.decisions).toHaveLength(1);
    }
  });

  test('taken back while it is decided, a claim is one or the other, and never paid', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { customer, id } = await forPerson(server());
      const agent = await staffOf(server(), 'agent');
      const [decided, back] = await Promise.all([
        desk(agent, id, 'decision', { outcome: 'approved', amountFen: 400_000 }),
        act<{ draftId: string }>(customer, id, 'withdraw'),
      ]);
      expect(back.status).toBe(200);
      expect([200, 409]).toContain(decided.status);
      await pass(server(), 20 * MINUTE);
      const claim = (await customer.claim(id)).body;
      expect(claim.status).toBe('withdrawn');
      expect(kinds(claim)).not.toContain('paid');
      const late = await desk(agent, id, 'decision', { outcome: 'approved', amountFen: 400_000 });
      expect([late.status, late.body.code]).toEqual([409, 'claim-closed']);
    }
  });

  test('another person looks again when the customer asks, never the one who decided (C10)', async () => {
    const { customer, id } = await forPerson(server());
    const none = await act(customer, id, 'review');
    expect([none.status, none.body.code]).toEqual([409, 'review-not-now']);
    const [one, two] = [await memberOf(server(), 'agent1'), await memberOf(server(), 'agent2')];
    await desk(one, id, 'in-charge');
    await desk(one, id, 'decision', { outcome: 'refused', clause, words });
    const asked = await act(customer, id, 'review');
    expect([asked.status, asked.body.status]).toEqual([200, 'reopened']);
    expect(Date.parse(asked.body.promiseBy)).toBeGreaterThan(server().parts.clock.now());
    expect((await act(customer, id, 'review')).status).toBe(200);
    const claim = (await customer.claim(id)).body;
    expect(kinds(claim).filter((kind) => kind === 'review-asked')).toHaveLength(1);
    // Who decided is no longer in charge of it, and the customer was told who is.
    expect(kinds(claim).filter((kind) => kind === 'in-charge').length).toBeGreaterThanOrEqual(1);
    expect(claim.inCharge?.name).not.toBe('林晓燕');
    const same = await desk(one, id, 'decision', { outcome: 'refused', clause, words });
    expect([same.status, same.body.code]).toEqual([409, 'review-other-person']);
    const shown = await one.get<StaffClaim>(`/api/staff/claims/${id}`);
    expect(shown.body.desk).toMatchObject({ may: { decide: false }, isForAnother: true });
    const other = await desk(two, id, 'decision', {
      outcome: 'partly-approved',
      amountFen: 150_000,
      clause,
      words,
    });
    expect(other.body).toMatchObject({ status: 'partly-approved' });
    expect(other.body.desk.decisions).toHaveLength(2);
    await pass(server(), HOUR);
    expect((await customer.claim(id)).body).toMatchObject({
      status: 'paid',
      payment: { amountFen: 150_000 },
    });
  });

  test('a review of what a machine approved holds the money back, and pays what was added beside what went', async () => {
    const held = await sentClaim(server());
    await pass(server(), MINUTE);
    await act(held.customer, held.id, 'review');
    await pass(server(), HOUR);
    expect((await held.customer.claim(held.id)).body).toMatchObject({ status: 'reopened' });
    const paid = await sentClaim(server());
    await pass(server(), HOUR);
    await act(paid.customer, paid.id, 'review');
    const agent = await staffOf(server(), 'agent');
    const less = await desk(agent, paid.id, 'decision', { outcome: 'approved', amountFen: 100 });
    expect([less.status, less.body.code]).toEqual([422, 'amount-below-paid']);
    await desk(agent, paid.id, 'decision', { outcome: 'approved', amountFen: 138_050 });
    await pass(server(), HOUR);
    expect((await paid.customer.claim(paid.id)).body).toMatchObject({
      status: 'paid',
      decision: { amountFen: 138_050 },
      payment: { amountFen: 10_000, state: 'paid' },
    });
  });
});

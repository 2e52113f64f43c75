import { beforeAll, expect, test } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import type { StaffClaim, StaffClaimSummary, StaffRole } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import {
  act,
  DAY,
  desk,
  forPerson,
  HOUR,
  kinds,
  MINUTE,
  newCard,
  pass,
  sentClaim,
  textsTo,
} from './support/claims.ts';
import { describeOnBoth } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';
import { cheap, staffOf } from './support/staff.ts';

describeOnBoth('the desk of a claim', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  test('papers are asked for once, of the list alone, each with a reason; the clocks stand still until they are here', async () => {
    const { customer, id, draftId, phone } = await forPerson(server());
    const agent = await staffOf(server(), 'agent');
    const list = (await agent.get<StaffClaim>(`/api/staff/claims/${id}`)).body.desk.paperFields;
    expect(list).toContain('invoicePhotos');
    const [field = ''] = list;
    const reason = '照片上看不清合计的数。';
    for (const [papers, code] of [
      [[{ field: 'thyroidPhotos', reason }], 'paper-not-on-list'],
      [[{ field, reason: '' }], 'required'],
      [
        [
          { field, reason },
          { field, reason },
        ],
        'paper-not-on-list',
      ],
    ] as const) {
      const reply = await desk(agent, id, 'papers-request', { papers });
      expect([reply.status, reply.body.code]).toEqual([422, code]);
    }
    const before = (await customer.claim(id)).body;
    const asked = await desk(agent, id, 'papers-request', { papers: [{ field, reason }] });
    expect([asked.status, asked.body.status]).toEqual([200, 'papers-needed']);
    const again = await desk(agent, id, 'papers-request', { papers: [{ field, reason }] });
    expect([again.status, again.body.code]).toEqual([409, 'papers-asked-already']);
    expect((await textsTo(customer, phone))[0]?.purpose).toBe('papers-asked');

    await pass(server(), 20 * DAY);
    const waiting = (await customer.claim(id)).body;
    expect(waiting).toMatchObject({
      status: 'papers-needed',
      isLate: false,
      neededPapers: [{ field, reason, isHere: false }],
      can: { sendPapers: true },
    });
    const none = await act(customer, id, 'papers', { papers: [{ field, documents: [] }] });
    expect([none.status, none.body.code]).toEqual([422, 'photos-none']);
    const photo = await sendPhoto(customer, { draftId, field }, await phoneJpeg());
    const strange = await act(customer, id, 'papers', {
      papers: [{ field: 'other', documents: [photo.id] }],
    });
    expect([strange.status, strange.body.code]).toEqual([422, 'paper-not-on-list']);
    const body = { papers: [{ field, documents: [photo.id] }] };
    const sent = await Promise.all([1, 2].map(() => act(customer, id, 'papers', body)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    const after = (await customer.claim(id)).body;
    expect(after).toMatchObject({ status: 'in-review', neededPapers: [{ isHere: true }] });
    expect(after.documents.map((document) => document.id)).toContain(photo.id);
    const day = (claim: Claim) =>
      Date.parse(claim.clocks.find(({ kind }) => kind === 'decide')?.dueAt ?? '');
    expect(day(after) - day(before)).toBe(20 * DAY);
    expect(Date.parse(after.promiseBy) - Date.parse(before.promiseBy)).toBeGreaterThanOrEqual(
      20 * DAY,
    );
    expect(kinds(after)).toEqual(['received', 'review-began', 'papers-asked', 'papers-arrived']);
  });

  test('papers that come on paper are noted by whoever takes them', async () => {
    const { id } = await forPerson(server());
    const agent = await staffOf(server(), 'agent');
    const reason = '照片上看不清合计的数。';
    await desk(agent, id, 'papers-request', { papers: [{ field: 'invoicePhotos', reason }] });
    const counter = await staffOf(server(), 'counter');
    const wrong = await desk(counter, id, 'papers-here', { fields: ['bookPhotos'] });
    expect(wrong.status).toBe(422);
    const here = await desk(counter, id, 'papers-here', { fields: ['invoicePhotos'] });
    expect([here.status, here.body.status]).toEqual([200, 'in-review']);
    expect((await desk(counter, id, 'papers-here', { fields: ['invoicePhotos'] })).status).toBe(
      200,
    );
  });

  test('money for a changed account waits a day and for a yes on the old number; no goes to the counter (P4)', async () => {
    const first = await sentClaim(server(), newCard(), '13800000001');
    await pass(server(), HOUR);
    const held = (await first.customer.claim(first.id)).body;
    expect(held).toMatchObject({ status: 'approved', payment: { state: 'held' } });
    expect(kinds(held)).toContain('payout-held');
    const told = await textsTo(first.customer, first.phone);
    expect(told.map(({ purpose }) => purpose)).toContain('payout-held');
    await act(first.customer, first.id, 'proceed');
    await pass(server(), 3 * DAY);
    expect((await first.customer.claim(first.id)).body.payment?.state).toBe('held');
    let agent = await staffOf(server(), 'agent');
    const list = await agent.get<{ claims: StaffClaimSummary[] }>('/api/staff/claims?show=to-do');
    expect(list.body.claims.find(({ id }) => id === first.id)?.task).toBe('call-payee');
    await desk(agent, first.id, 'payout-call', { outcome: 'not-reached' });
    await pass(server(), MINUTE);
    expect((await first.customer.claim(first.id)).body.payment?.state).toBe('held');
    await desk(agent, first.id, 'payout-call', { outcome: 'confirmed' });
    await pass(server(), HOUR);
    expect((await first.customer.claim(first.id)).body.status).toBe('paid');

    const early = await sentClaim(server(), newCard(), '13800000001');
    await pass(server(), HOUR);
    agent = await staffOf(server(), 'agent');
    await desk(agent, early.id, 'payout-call', { outcome: 'confirmed' });
    await pass(server(), HOUR);
    expect((await early.customer.claim(early.id)).body.payment?.state).toBe('held');
    await pass(server(), DAY);
    expect((await early.customer.claim(early.id)).body.status).toBe('paid');

    const denied = await sentClaim(server(), newCard(), '13800000001');
    await pass(server(), HOUR);
    agent = await staffOf(server(), 'agent');
    await desk(agent, denied.id, 'payout-call', { outcome: 'denied' });
    await pass(server(), 2 * DAY);
    const stopped = (await denied.customer.claim(denied.id)).body;
    expect(stopped).toMatchObject({
      status: 'approved',
      payment: { method: 'counter', state: 'waiting' },
    });
    const counter = await staffOf(server(), 'counter');
    const out = await desk(counter, denied.id, 'paid-out');
    expect([out.status, out.body.status]).toEqual([200, 'paid']);
    expect((await desk(counter, denied.id, 'paid-out')).status).toBe(200);
  });

  test('what is late stands first in the list, whatever came after it', async () => {
    const late = await forPerson(server());
    await pass(server(), 12 * DAY);
    const fresh = await sentClaim(server());
    const agent = await staffOf(server(), 'agent');
    const { claims } = (await agent.get<{ claims: StaffClaimSummary[] }>('/api/staff/claims')).body;
    const at = (id: string) => claims.findIndex((claim) => claim.id === id);
    expect(at(late.id)).toBeLessThan(at(fresh.id));
    expect(claims[at(late.id)]).toMatchObject({ isLate: true, task: 'decide' });
    expect(claims[at(late.id)]?.alerts?.[0]).toBe('promise-late');
    const only = await agent.get<{ claims: StaffClaimSummary[] }>('/api/staff/claims?show=late');
    expect(only.body.claims.every(({ isLate }) => isLate)).toBe(true);
    const me = await agent.get<{ claims: StaffClaimSummary[] }>('/api/staff/claims?show=mine');
    expect(me.body.claims.every(({ inChargeName }) => inChargeName === '林晓燕')).toBe(true);
  });

  test('each role does its own part, a customer none of it', async () => {
    const { customer, id } = await forPerson(server());
    const all: [string, unknown, StaffRole[]][] = [
      ['decision', { outcome: 'approved' }, ['agent', 'supervisor']],
      ['papers-request', { papers: [{ field: 'x', reason: 'y' }] }, ['agent', 'supervisor']],
      ['payout-call', { outcome: 'confirmed' }, ['agent', 'supervisor']],
      ['papers-here', { fields: ['x'] }, ['agent', 'counter', 'supervisor']],
      ['paid-out', {}, ['agent', 'counter', 'supervisor']],
      ['in-charge', {}, ['agent', 'supervisor']],
    ];
    for (const [what, body, roles] of all) {
      expect([what, (await desk(customer, id, what, body)).status]).toEqual([what, 401]);
      for (const role of ['agent', 'counter', 'supervisor'] as const) {
        const { status } = await desk(await staffOf(server(), role), id, what, body);
        expect([what, role, status === 403]).toEqual([what, role, !roles.includes(role)]);
      }
    }
    const agent = await staffOf(server(), 'agent');
    expect((await desk(agent, crypto.randomUUID(), 'paid-out')).status).toBe(404);
    const foreign = await agent.post(
      `/api/staff/claims/${id}/decision`,
      { outcome: 'approved', amountFen: 1 },
      { origin: 'https://elsewhere.example' },
    );
    expect(foreign.status).toBe(403);
  });

  test('the same key does it once; another body under it is refused', async () => {
    const { id } = await forPerson(server());
    const agent = await staffOf(server(), 'agent');
    const body = { outcome: 'approved', amountFen: 400_000 };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => desk(agent, id, 'decision', body, `k-${id}`)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const other = await desk(agent, id, 'decision', { ...body, amountFen: 1 }, `k-${id}`);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
    expect(
      replies[4]?.body.desk.audit.filter(({ action }) => action === 'claim-decided'),
    ).toHaveLength(1);
  });
});

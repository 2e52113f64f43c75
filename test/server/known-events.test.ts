import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { KnownEvent } from '#domain/api/event.ts';
import { completeDraft, visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';

const PHONE = '13800000011';
const eventsOf = async (visitor: Visitor): Promise<KnownEvent[]> =>
  (await visitor.get<{ events: KnownEvent[] }>('/api/me/events')).body.events;

describeOnBoth('a claim that the insurer starts', (server) => {
  const signIn = async (phone: string) => {
    server().parts.clock.advance(120_000);
    const visitor = visit(server());
    await visitor.signIn(phone);
    return visitor;
  };

  test('is offered to whom it is about, and to nobody else', async () => {
    expect((await visit(server()).get('/api/me/events')).status).toBe(401);
    const visitor = await signIn(PHONE);
    const [event, ...others] = await eventsOf(visitor);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ flow: 'hospital', day: '2026-11-03', totalFen: 286_450 });
    const stranger = await signIn('13800000001');
    expect(await eventsOf(stranger)).toEqual([]);
    for (const what of ['draft', 'dismiss']) {
      expect((await stranger.post(`/api/me/events/${event?.id}/${what}`)).status).toBe(404);
    }
  });

  test('is one draft with what is known proposed, and nothing in it answered', async () => {
    const visitor = await signIn(PHONE);
    const [event] = await eventsOf(visitor);
    const path = `/api/me/events/${event?.id}/draft`;
    const begun = await visitor.post<{ draftId: string; flow: string }>(path);
    expect([begun.status, begun.body.flow]).toEqual([200, 'hospital']);
    expect((await visitor.post<{ draftId: string }>(path)).body.draftId).toBe(begun.body.draftId);
    const draft = (await visitor.get<Draft>(`/api/drafts/${begun.body.draftId}`)).body;
    expect(draft.answers).toEqual({});
    const fromHospital = draft.known?.filter(({ source }) => source === 'hospital');
    expect(Object.fromEntries(fromHospital?.map(({ name, value }) => [name, value]) ?? [])).toEqual(
      {
        admittedOn: '2026-11-03',
        dischargedOn: '2026-11-12',
        discharged: true,
        totalFen: 286_450,
        hospital: '青石市人民医院',
        cause: 'illness',
        insured: 'self',
      },
    );
    expect((await visitor.get<{ claims: unknown[] }>('/api/claims')).body.claims).toEqual([]);
  });

  test('is not offered again once it was put aside', async () => {
    const visitor = await signIn(PHONE);
    const [event] = await eventsOf(visitor);
    expect((await visitor.post(`/api/me/events/${event?.id}/dismiss`)).status).toBe(204);
    expect(await eventsOf(visitor)).toEqual([]);
    expect(await eventsOf(await signIn(PHONE))).toEqual([]);
    // Still theirs to begin from the page that is open on another device.
    expect((await visitor.post(`/api/me/events/${event?.id}/draft`)).status).toBe(200);
    expect(await eventsOf(visitor)).toHaveLength(1);
  });

  test('is gone once it was sent, and comes back with the draft that was taken back', async () => {
    const visitor = await signIn(PHONE);
    const [event] = await eventsOf(visitor);
    const path = `/api/me/events/${event?.id}/draft`;
    const { draftId } = (await visitor.post<{ draftId: string }>(path)).body;
    const draft = (await visitor.get<Draft>(`/api/drafts/${draftId}`)).body;
    await completeDraft(visitor, draft, {
      cause: 'illness',
      discharged: true,
      healthConsent: true,
      invoicePhotos: 'post',
      dischargePhotos: 'post',
      admittedOn: '2026-11-03',
      dischargedOn: '2026-11-12',
      amountFen: 286_450,
      insured: 'self',
      payoutTo: 'cardOnFile',
    });
    const sent = await visitor.submit(draftId);
    expect([sent.status, sent.body.code]).toEqual([201, undefined]);
    expect(await eventsOf(visitor)).toEqual([]);
    const again = await visitor.post<{ code: string }>(path);
    expect([again.status, again.body.code]).toEqual([409, 'event-gone']);
    expect((await visitor.post(`/api/claims/${sent.body.id}/withdraw`)).status).toBe(200);
    expect(await eventsOf(visitor)).toMatchObject([{ id: event?.id }]);
    expect((await visitor.post<{ draftId: string }>(path)).body.draftId).toBe(draftId);
  });
});

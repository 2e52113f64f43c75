import { beforeAll, expect, test } from 'vitest';
import type { Appointment, NewAppointment } from '#domain/api/appointment.ts';
import type { StaffClaim } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import {
  ADDRESS,
  begin,
  book,
  mine,
  offered,
  signedIn,
  tasksOf,
  textsTo,
  visitFor,
} from './support/appointments.ts';
import { completeDraft, outpatientAnswers, visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf, cheap, staffOf } from './support/staff.ts';

describeOnBoth('papers that come without photos', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  test('a visit has a day, who comes and a code, and the text tells all of it without a link', async () => {
    const visitor = await signedIn(server(), '13800000001');
    const draft = await begin(visitor);
    const made = await visitFor(visitor, draft.id);
    expect(made).toMatchObject({ kind: 'visit', state: 'open', part: 'morning', address: ADDRESS });
    expect(made.visitor?.name).toBeTruthy();
    expect(made.visitor?.code).toMatch(/^\d{4}$/);
    expect(await mine(visitor)).toEqual([made]);
    const [text] = await textsTo(visitor, '13800000001');
    for (const part of [
      made.visitor?.name,
      made.visitor?.code,
      '上午',
      server().parts.config.hotline,
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/https?:|www\./);
    expect(text).not.toContain(ADDRESS);
  });

  test('days are the next working days of the server, and no other day is taken', async () => {
    const visitor = await signedIn(server(), '13800000002');
    const draft = await begin(visitor);
    const days = await offered(visitor);
    expect(days).toHaveLength(5);
    const today = draft.today;
    expect(days.every((day) => day > today)).toBe(true);
    for (const day of [today, '2020-01-02', '2026-13-40']) {
      const refused = await book(visitor, {
        draftId: draft.id,
        kind: 'visit',
        papers: ['invoicePhotos'],
        day,
        part: 'morning',
        address: ADDRESS,
      });
      expect([day, refused.status]).toEqual([day, 422]);
    }
    expect(await mine(visitor)).toEqual([]);
  });

  test('somebody who would rather be called says only that, and a branch needs its name', async () => {
    const visitor = await signedIn(server(), '13800000003');
    const draft = await begin(visitor);
    const base = { draftId: draft.id, papers: ['invoicePhotos'] };
    const called = await book(visitor, { ...base, kind: 'visit' });
    expect([called.status, called.body.visitor]).toEqual([201, undefined]);
    const counter = await staffOf(server(), 'counter');
    const task = (await tasksOf(counter)).find(({ id }) => id === called.body.id);
    expect(task?.isToCall).toBe(true);
    const [day] = await offered(visitor);
    const wrong: [Partial<NewAppointment> & { kind: NewAppointment['kind'] }, string][] = [
      [{ kind: 'branch' }, 'branchId'],
      [{ kind: 'branch', branchId: 'nowhere' }, 'branchId'],
      [{ kind: 'visit', day, part: 'morning' }, 'address'],
      [{ kind: 'visit', day, address: ADDRESS }, 'part'],
      [{ kind: 'visit', address: ADDRESS }, 'day'],
      [{ kind: 'post', day, part: 'morning' }, 'day'],
      [{ kind: 'post', address: ADDRESS }, 'address'],
      [{ kind: 'branch', branchId: 'city-1', papers: ['amountFen'] }, 'papers'],
      [{ kind: 'branch', branchId: 'city-1', papers: ['constructor'] }, 'papers'],
    ];
    for (const [over, field] of wrong) {
      const refused = await book(visitor, { ...base, ...over });
      expect([over, refused.status]).toEqual([over, 422]);
      expect(refused.body.errors?.map((one) => one.field)).toContain(field);
    }
    expect((await book(visitor, { ...base, kind: 'branch', branchId: 'city-1' })).status).toBe(201);
    const texts = await textsTo(visitor, '13800000003');
    expect(texts.some((text) => text.includes('青石市中山路'))).toBe(true);
  });

  test('another paper joins the plan that stands, and a call sent twice makes one', async () => {
    const visitor = await signedIn(server(), '13800000004');
    const draft = await begin(visitor);
    const made = await visitFor(visitor, draft.id);
    const joined = await book(visitor, {
      draftId: draft.id,
      kind: 'visit',
      papers: ['recordPhotos'],
    });
    expect([joined.status, joined.body.id]).toEqual([200, made.id]);
    expect(joined.body.papers).toEqual(['invoicePhotos', 'recordPhotos']);
    const post = { draftId: draft.id, kind: 'post', papers: ['invoicePhotos'] } as const;
    const first = await book(visitor, post, 'key-1');
    const second = await book(visitor, post, 'key-1');
    expect(second.body).toEqual(first.body);
    expect((await book(visitor, { ...post, papers: ['recordPhotos'] }, 'key-1')).status).toBe(409);
    expect(await mine(visitor)).toHaveLength(2);
  });

  test('one tap cancels it, again is the same, and somebody else’s is not there', async () => {
    const visitor = await signedIn(server(), '13800000005');
    const draft = await begin(visitor);
    const made = await visitFor(visitor, draft.id);
    const stranger = await signedIn(server(), '13800000006');
    expect((await stranger.post(`/api/appointments/${made.id}/cancel`)).status).toBe(404);
    const [day] = await offered(stranger);
    const theirs = await book(stranger, {
      draftId: draft.id,
      kind: 'branch',
      papers: ['invoicePhotos'],
      branchId: 'city-1',
      day,
      part: 'morning',
    });
    expect(theirs.status).toBe(404);
    expect(await mine(stranger)).toEqual([]);
    expect((await visit(server()).get('/api/appointments')).status).toBe(401);
    const anonymous = visit(server());
    const unknown = await begin(anonymous);
    expect(
      (await book(anonymous, { draftId: unknown.id, kind: 'post', papers: ['invoicePhotos'] }))
        .status,
    ).toBe(401);

    for (let time = 0; time < 2; time += 1) {
      const cancelled = await visitor.post<Appointment>(`/api/appointments/${made.id}/cancel`);
      expect([cancelled.status, cancelled.body.state, cancelled.body.visitor]).toEqual([
        200,
        'cancelled',
        undefined,
      ]);
    }
    const texts = await textsTo(visitor, '13800000005');
    expect(texts.filter((text) => text.includes('取消'))).toHaveLength(1);
    const counter = await staffOf(server(), 'counter');
    expect((await tasksOf(counter)).some(({ id }) => id === made.id)).toBe(false);
    expect((await counter.post(`/api/staff/tasks/${made.id}/done`)).status).toBe(409);
    expect(
      (await auditOf(server(), 'appointment-cancelled')).map((entry) => entry.subject_id),
    ).toEqual([made.id]);
  });

  test('it goes with the claim when that is sent, is back with the draft when it is withdrawn', async () => {
    const visitor = await signedIn(server(), '13800000007');
    const draft = await begin(visitor);
    const made = await visitFor(visitor, draft.id);
    await completeDraft(visitor, draft, {
      ...outpatientAnswers,
      payeeName: '杨帆',
      invoicePhotos: 'visit',
    });
    const sent = await visitor.submit(draft.id);
    expect([sent.status, sent.body.code]).toEqual([201, undefined]);
    const claim = (await visitor.claim(sent.body.id)).body;
    expect(claim.appointments).toMatchObject([{ id: made.id, claimId: sent.body.id }]);
    const agent = await staffOf(server(), 'agent');
    const shown = (await agent.get<StaffClaim>(`/api/staff/claims/${claim.id}`)).body;
    expect(shown.appointments[0]?.address).toMatch(/\*\*\*\*$/);
    expect(JSON.stringify(shown)).not.toContain('中山路');
    expect(JSON.stringify(shown)).not.toContain(made.visitor?.code);
    const taken = await visitor.post<{ draftId: string }>(`/api/claims/${claim.id}/withdraw`);
    expect([taken.status, taken.body.draftId]).toEqual([200, draft.id]);
    expect(await mine(visitor)).toMatchObject([{ id: made.id, state: 'open', draftId: draft.id }]);
    expect((await mine(visitor))[0]?.claimId).toBeUndefined();
  });

  test('a way that was only answered is a task too: what was said will happen is on a list', async () => {
    const visitor = await signedIn(server(), '13800000008');
    const draft = await begin(visitor);
    await completeDraft(visitor, draft, { ...outpatientAnswers, invoicePhotos: 'family' });
    const sent = await visitor.submit(draft.id);
    expect([sent.status, sent.body.code]).toEqual([201, undefined]);
    const counter = await staffOf(server(), 'counter');
    const task = (await tasksOf(counter)).find(({ claimId }) => claimId === sent.body.id);
    expect(task).toMatchObject({ kind: 'family', papers: ['invoicePhotos'], flow: 'outpatient' });
  });
});

import { beforeAll, expect, test } from 'vitest';
import type { Appointment, NewAppointment, StaffTask } from '#domain/api/appointment.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { StaffClaim, StaffRole } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { completeDraft, outpatientAnswers, visit, type Visitor } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { auditOf, cheap, staffOf } from './support/staff.ts';

const ADDRESS = '云江省青石市中山路 28 号 3 单元 402 室';

async function signedIn(server: TestServer, phone: string): Promise<Visitor> {
  // Codes are sent so often only.
  server.parts.clock.advance(120_000);
  const visitor = visit(server);
  await visitor.signIn(phone);
  return visitor;
}

const begin = async (visitor: Visitor): Promise<Draft> =>
  (await visitor.post<Draft>('/api/drafts', { flow: 'outpatient' })).body;
const book = (visitor: Visitor, body: NewAppointment, key?: string) =>
  visitor.post<Appointment & Problem>(
    '/api/appointments',
    body,
    key ? { 'idempotency-key': key } : {},
  );
const offered = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.get<{ days: string[] }>('/api/appointments/days')).body.days;
const mine = async (visitor: Visitor) =>
  (await visitor.get<{ appointments: Appointment[] }>('/api/appointments')).body.appointments;
const tasksOf = async (staff: Visitor): Promise<StaffTask[]> =>
  (await staff.get<{ tasks: StaffTask[] }>('/api/staff/tasks')).body.tasks;

async function visitFor(visitor: Visitor, draftId: string): Promise<Appointment> {
  const [day] = await offered(visitor);
  const made = await book(visitor, {
    draftId,
    kind: 'visit',
    papers: ['invoicePhotos'],
    day,
    part: 'morning',
    address: ADDRESS,
  });
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  return made.body;
}

async function textsTo(visitor: Visitor, phone: string): Promise<string[]> {
  const { body } = await visitor.get<{ messages: { to: string; text: string; purpose: string }[] }>(
    '/api/test/outbox',
  );
  return body.messages
    .filter((one) => one.to === phone && one.purpose !== 'code')
    .map((one) => one.text);
}

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

describeOnBoth('what staff have to do beside deciding', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  test('is not there for customers and strangers', async () => {
    const visitor = await signedIn(server(), '13800000001');
    for (const who of [visitor, visit(server())]) {
      expect((await who.get('/api/staff/tasks')).status).toBe(401);
      const id = crypto.randomUUID();
      expect((await who.post(`/api/staff/tasks/${id}/done`)).status).toBe(401);
      expect(
        (await who.post(`/api/staff/tasks/${id}/unmask`, { reason: 'home-visit' })).status,
      ).toBe(401);
    }
  });

  test('is seen and done by each role; the address only by those who go there, for a reason', async () => {
    const matrix: [StaffRole, number][] = [
      ['agent', 403],
      ['counter', 200],
      ['supervisor', 200],
    ];
    for (const [role, unmasked] of matrix) {
      const visitor = await signedIn(server(), '13800000002');
      const made = await visitFor(visitor, (await begin(visitor)).id);
      const staff = await staffOf(server(), role);
      const task = (await tasksOf(staff)).find(({ id }) => id === made.id);
      expect(task?.maskedAddress).toMatch(/^云江省青石市\*+$/);
      expect(task).toMatchObject({ customerName: '李建国', maskedPhone: '138****0002' });
      expect(JSON.stringify(task)).not.toContain(made.visitor?.code);
      const asked = await staff.post<{ address?: string }>(`/api/staff/tasks/${made.id}/unmask`, {
        reason: 'home-visit',
      });
      expect([role, asked.status]).toEqual([role, unmasked]);
      if (unmasked === 200) expect(asked.body.address).toBe(ADDRESS);
      const whim = await staff.post(`/api/staff/tasks/${made.id}/unmask`, { reason: 'curiosity' });
      expect(whim.status).toBe(422);
      for (let time = 0; time < 2; time += 1) {
        expect((await staff.post(`/api/staff/tasks/${made.id}/done`)).status).toBe(204);
      }
      expect((await tasksOf(staff)).some(({ id }) => id === made.id)).toBe(false);
      expect((await visitor.post(`/api/appointments/${made.id}/cancel`)).status).toBe(409);
    }
    expect(await auditOf(server(), 'field-unmask-refused')).toHaveLength(1);
    expect(await auditOf(server(), 'field-unmasked')).toHaveLength(2);
    expect(await auditOf(server(), 'task-done')).toHaveLength(3);
    const visitor = visit(server());
    const texts = await textsTo(visitor, '13800000002');
    expect(texts.filter((text) => text.includes('拿到了'))).toHaveLength(3);
  });

  test('names a claim for which no policy was found, and one that two people filed', async () => {
    const counter = await staffOf(server(), 'counter');
    const mother = await signedIn(server(), '13800000004');
    const hers = await completeDraft(mother, await begin(mother), {
      ...outpatientAnswers,
      payeeName: '陈桂英',
      invoicePhotos: 'post',
    });
    const first = await mother.submit(hers.id);
    expect(first.status).toBe(201);
    const daughter = await signedIn(server(), '13800000007');
    const forMother = await completeDraft(daughter, await begin(daughter), {
      ...outpatientAnswers,
      insured: 'demo-4',
      payeeName: '杨帆',
      invoicePhotos: 'post',
    });
    expect(forMother.isAlsoFiled).toBe(true);
    const second = await daughter.submit(forMother.id);
    expect(second.status).toBe(201);
    const late = await signedIn(server(), '13800000010');
    const lapsed = await completeDraft(late, await begin(late), {
      ...outpatientAnswers,
      payeeName: '周玉梅',
      invoicePhotos: 'post',
    });
    const third = await late.submit(lapsed.id);
    expect([third.status, third.body.lane === 'green']).toEqual([201, false]);
    const kinds = (await tasksOf(counter))
      .filter(({ kind }) => kind === 'also-filed' || kind === 'find-policy')
      .map(({ kind, claimId }) => [kind, claimId]);
    expect(kinds).toEqual([
      ['also-filed', second.body.id],
      ['find-policy', third.body.id],
    ]);
    expect((await daughter.claim(second.body.id)).body.policies).toMatchObject([
      { product: 'health', insuredId: 'demo-4' },
    ]);
  });
});

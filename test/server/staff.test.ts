import { beforeAll, expect, it } from 'vitest';
import type { Problem } from '#domain/api/problem.ts';
import type { StaffClaim, StaffHelpRequest, StaffMember, StaffRole } from '#domain/api/staff.ts';
import { FAILURE_WINDOW_MS, MAX_FAILURES } from '#server/services/staff/attempts.ts';
import { addDemoStaff, demoStaff, DEMO_STAFF_PASSWORD } from '#server/services/staff/demo-staff.ts';
import { STAFF_IDLE_MS, STAFF_SESSION_MS } from '#server/services/staff/staff-sign-in.ts';
import {
  CARD,
  outpatientAnswers,
  readyDraft,
  visit,
  Visitor,
  type Reply,
} from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { fetchPhoto, sendPhoto } from './support/send-photo.ts';

/** A browser at an address of its own. */
function visitFrom(server: TestServer, remoteAddress: string): Visitor {
  const env = { incoming: { socket: { remoteAddress } } };
  return new Visitor(async (path, init) => server.app.request(path, init, env));
}

function signIn(
  visitor: Visitor,
  username: string,
  password = DEMO_STAFF_PASSWORD,
): Promise<Reply<StaffMember & Problem>> {
  return visitor.post('/api/staff/sessions', { username, password });
}

async function staffOf(server: TestServer, role: StaffRole): Promise<Visitor> {
  const visitor = visit(server);
  const reply = await signIn(visitor, `${role}1`);
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.body.code}`);
  return visitor;
}

const PHONE = '13800000001';
/** What a guess costs is shown in passwords.test.ts. */
const cheap = { log2N: 10, r: 8, p: 1 };

async function claimWithPhoto(
  server: TestServer,
): Promise<{ customer: Visitor; claimId: string; photo: string; loose: string }> {
  // Codes are sent so often only; the time of the test is cheap.
  server.parts.clock.advance(24 * 3_600_000);
  const customer = visit(server);
  await customer.signIn(PHONE);
  const draft = await customer.draftWith('outpatient', outpatientAnswers);
  const { id: photo } = await sendPhoto(customer, { draftId: draft.id }, await phoneJpeg());
  const { id: loose } = await sendPhoto(customer, { draftId: draft.id }, await phoneJpeg());
  await customer.saveAnswers(draft, { invoicePhotos: [photo] });
  const sent = await customer.submit(draft.id);
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return { customer, claimId: sent.body.id, photo, loose };
}

async function auditOf(
  server: TestServer,
  action: string,
): Promise<{ actor_id: string | null; subject_id: string; detail: string }[]> {
  return server.parts.store.db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', action)
    .execute();
}

describeOnBoth('the staff’s door', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  it('has three demo accounts of each role, made once', async () => {
    expect(demoStaff.map((member) => member.username)).toHaveLength(9);
    expect(await addDemoStaff(server().parts)).toBe(0);
    for (const role of ['agent', 'counter', 'supervisor'] as const) {
      const visitor = visit(server());
      const { status, body, headers } = await signIn(visitor, ` ${role.toUpperCase()}2 `);
      expect([status, body.role, body.username]).toEqual([200, role, `${role}2`]);
      expect(headers.get('set-cookie')).toMatch(
        /sl_staff=[\w-]{40,}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict/,
      );
      expect((await visitor.get<StaffMember>('/api/staff/me')).body.role).toBe(role);
    }
  });

  it('never makes them in production', async () => {
    const { parts } = server();
    const config = { ...parts.config, appMode: 'production' as const };
    expect(await addDemoStaff({ ...parts, config })).toBe(0);
  });

  it('does not tell a wrong name from a wrong password', async () => {
    const wrong = await signIn(visitFrom(server(), '10.0.0.1'), 'agent1', 'wrong');
    const nobody = await signIn(visitFrom(server(), '10.0.0.1'), 'nobody', 'wrong');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'staff-sign-in-wrong']);
    expect([nobody.status, nobody.body.code]).toEqual([401, 'staff-sign-in-wrong']);
    for (const odd of ["x'; drop table staff;--", 'a\u0000b', '银龄', 'x'.repeat(100)]) {
      expect((await signIn(visitFrom(server(), '10.0.0.2'), odd, 'x')).status).toBe(401);
    }
    expect(
      (await visit(server()).post('/api/staff/sessions', { username: ['a'], password: 1 })).status,
    ).toBe(422);
  });

  it('is held after too many wrong passwords, for that device alone: no colleague is locked out', async () => {
    const mine = visitFrom(server(), '10.1.0.1');
    expect((await signIn(mine, 'counter1')).status).toBe(200);
    await mine.delete('/api/staff/sessions');
    const spiteful = visitFrom(server(), '10.1.0.1');
    for (let i = 0; i < MAX_FAILURES; i += 1) {
      expect((await signIn(spiteful, 'counter1', `guess${i}`)).status).toBe(401);
    }
    const held = await signIn(spiteful, 'counter1');
    expect([held.status, held.body.code]).toEqual([429, 'staff-sign-in-wait']);
    expect(Number(held.headers.get('retry-after'))).toBeLessThanOrEqual(FAILURE_WINDOW_MS / 1000);
    // The same address, but a device on which this name has signed in before; and another address.
    expect((await signIn(mine, 'counter1')).status).toBe(200);
    expect((await signIn(visitFrom(server(), '10.1.0.2'), 'counter1')).status).toBe(200);
    // Another name on the held device is not held; another name's device cookie counts for nothing.
    expect((await signIn(spiteful, 'counter3')).status).toBe(200);
    expect((await signIn(spiteful, 'counter1')).status).toBe(429);
    server().parts.clock.advance(FAILURE_WINDOW_MS + 1000);
    expect((await signIn(spiteful, 'counter1')).status).toBe(200);
  });

  it('takes no more guesses when they come all at once', async () => {
    const many = Array.from({ length: 12 }, () =>
      signIn(visitFrom(server(), '10.2.0.1'), 'agent3', 'guess'),
    );
    const outcomes = (await Promise.all(many)).map((reply) => reply.status);
    expect(outcomes.filter((status) => status === 401).length).toBeLessThanOrEqual(
      MAX_FAILURES + 3,
    );
    expect(outcomes).toContain(429);
  });

  it('closes at the end of a shift, after an idle hour, and when somebody leaves', async () => {
    const { clock } = server().parts;
    const left = await staffOf(server(), 'agent');
    const cookies = new Map(left.cookies);
    expect((await left.delete('/api/staff/sessions')).status).toBe(204);
    for (const [name, value] of cookies) left.cookies.set(name, value);
    expect((await left.get('/api/staff/me')).status).toBe(401);
    const idle = await staffOf(server(), 'agent');
    clock.advance(STAFF_IDLE_MS - 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(200);
    clock.advance(STAFF_IDLE_MS - 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(200);
    clock.advance(STAFF_IDLE_MS + 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(401);
    const busy = await staffOf(server(), 'agent');
    for (let t = 0; t < STAFF_SESSION_MS; t += STAFF_IDLE_MS / 2) {
      await busy.get('/api/staff/me');
      clock.advance(STAFF_IDLE_MS / 2);
    }
    expect((await busy.get('/api/staff/me')).status).toBe(401);
  });
});

describeOnBoth('a claim at the staff’s desk', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  it('is not there for customers, strangers and other sites', async () => {
    const { customer, claimId } = await claimWithPhoto(server());
    for (const visitor of [customer, visit(server())]) {
      for (const path of [
        '/api/staff/me',
        '/api/staff/claims',
        `/api/staff/claims/${claimId}`,
        '/api/staff/queue',
      ]) {
        expect((await visitor.get(path)).status).toBe(401);
      }
      const asked = await visitor.post(`/api/staff/claims/${claimId}/unmask`, {
        field: 'payeeCard',
        reason: 'complaint',
      });
      expect(asked.status).toBe(401);
    }
    const agent = await staffOf(server(), 'agent');
    const foreign = await agent.post(
      `/api/staff/claims/${claimId}/unmask`,
      { field: 'payeeCard', reason: 'complaint' },
      { origin: 'https://elsewhere.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await agent.get('/api/me')).status).toBe(401);
    expect((await agent.get(`/api/claims/${claimId}`)).status).toBeGreaterThanOrEqual(401);
  });

  it('is listed newest first and shown masked, with its photos', async () => {
    const { claimId, photo, loose } = await claimWithPhoto(server());
    const agent = await staffOf(server(), 'agent');
    const list = await agent.get<{ claims: { id: string; customerName: string }[] }>(
      '/api/staff/claims',
    );
    expect(list.body.claims[0]?.id).toBe(claimId);
    expect(list.body.claims[0]?.customerName).not.toBe('');
    const { status, body } = await agent.get<StaffClaim>(`/api/staff/claims/${claimId}`);
    expect(status).toBe(200);
    expect(body.answers['payeeCard']).toBe(`**** ${CARD.slice(-4)}`);
    expect(body.maskedFields).toEqual(['payeeCard']);
    expect(body.maskedPhone).toBe('138****0001');
    expect(JSON.stringify(body)).not.toContain(CARD);
    expect(JSON.stringify([body, list.body])).not.toContain(PHONE);
    expect(body.documents).toEqual([{ id: photo, kind: 'invoicePhotos', state: 'received' }]);
    expect((await fetchPhoto(server(), agent, photo)).status).toBe(200);
    expect((await fetchPhoto(server(), agent, photo, 'thumb')).status).toBe(200);
    // A photo that was never sent in with the claim is not theirs to see.
    expect((await fetchPhoto(server(), agent, loose)).status).toBe(404);
    expect((await auditOf(server(), 'photo-seen')).map((entry) => entry.subject_id)).toContain(
      photo,
    );
    expect((await auditOf(server(), 'claim-seen')).map((entry) => entry.subject_id)).toContain(
      claimId,
    );
    expect((await agent.get('/api/staff/claims/not-an-id')).status).toBe(404);
    expect((await agent.get(`/api/staff/claims/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('goes on from page to page without a gap', async () => {
    const { parts } = server();
    const agent = await staffOf(server(), 'agent');
    const row = await parts.store.db.selectFrom('claim').selectAll().executeTakeFirstOrThrow();
    await parts.store.write(async (tx) => {
      for (let i = 0; i < 60; i += 1) {
        const id = parts.ids.id();
        await tx
          .insertInto('claim')
          .values({
            ...row,
            id,
            draft_id: id,
            number: `T${i}`,
            submitted_at: row.submitted_at - (i % 7),
          })
          .execute();
      }
    });
    const seen: string[] = [];
    let after = '';
    for (let i = 0; i < 5; i += 1) {
      const page = await agent.get<{ claims: { id: string }[]; next?: string }>(
        `/api/staff/claims${after}`,
      );
      seen.push(...page.body.claims.map((claim) => claim.id));
      if (!page.body.next) break;
      after = `?after=${page.body.next}`;
    }
    const all = await parts.store.db.selectFrom('claim').select('id').execute();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(all.length);
  });

  it('shows one masked value for a reason of the list, and writes down who, what and why', async () => {
    const { claimId } = await claimWithPhoto(server());
    const agent = await staffOf(server(), 'agent');
    const path = `/api/staff/claims/${claimId}/unmask`;
    expect((await agent.post(path, { field: 'payeeCard', reason: 'payment-check' })).body).toEqual({
      field: 'payeeCard',
      value: CARD,
    });
    expect((await agent.post(path, { field: 'phone', reason: 'customer-asked' })).body).toEqual({
      field: 'phone',
      value: PHONE,
    });
    const entries = (await auditOf(server(), 'field-unmasked')).filter(
      (entry) => entry.subject_id === claimId,
    );
    expect(entries.map((entry) => JSON.parse(entry.detail) as unknown)).toEqual([
      { field: 'payeeCard', reason: 'payment-check', role: 'agent' },
      { field: 'phone', reason: 'customer-asked', role: 'agent' },
    ]);
    const me = await agent.get<StaffMember>('/api/staff/me');
    expect(entries.every((entry) => entry.actor_id === me.body.id)).toBe(true);
    expect(JSON.stringify(entries)).not.toContain(CARD);
    for (const body of [
      { field: 'payeeCard', reason: 'curiosity' },
      { field: 'payeeCard' },
      { field: ['payeeCard', 'phone'], reason: 'complaint' },
      { field: 'payeeCard', reason: 'complaint', all: true },
      { field: 'cause', reason: 'complaint' },
      { field: '__proto__', reason: 'complaint' },
      { field: 'toString', reason: 'complaint' },
    ]) {
      expect((await agent.post(path, body)).status).toBe(422);
    }
  });

  it('keeps a bank card from the counter, and writes the try down', async () => {
    const { claimId } = await claimWithPhoto(server());
    const matrix: [StaffRole, string, number][] = [
      ['agent', 'payeeCard', 200],
      ['counter', 'payeeCard', 403],
      ['supervisor', 'payeeCard', 200],
      ['agent', 'phone', 200],
      ['counter', 'phone', 200],
      ['supervisor', 'phone', 200],
    ];
    for (const [role, field, status] of matrix) {
      const staff = await staffOf(server(), role);
      for (const path of [
        '/api/staff/me',
        '/api/staff/claims',
        `/api/staff/claims/${claimId}`,
        '/api/staff/queue',
      ]) {
        expect([role, path, (await staff.get(path)).status]).toEqual([role, path, 200]);
      }
      const asked = await staff.post(`/api/staff/claims/${claimId}/unmask`, {
        field,
        reason: 'complaint',
      });
      expect([role, field, asked.status]).toEqual([role, field, status]);
    }
    const counter = await staffOf(server(), 'counter');
    expect(
      (await counter.get<StaffClaim>(`/api/staff/claims/${claimId}`)).body.maskedFields,
    ).toEqual([]);
    const refused = await auditOf(server(), 'field-unmask-refused');
    expect(JSON.parse(refused[0]?.detail ?? '{}')).toMatchObject({
      field: 'payeeCard',
      role: 'counter',
    });
  });
});

describeOnBoth('the list of who asked for a person', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  it('stands in the order in which they are taken, with what spares them telling it twice', async () => {
    const first = visit(server());
    await first.post('/api/help-requests', { page: '/', mode: 'senior', lng: 'zh-CN' });
    server().parts.clock.advance(1000);
    const second = visit(server());
    await second.signIn(PHONE);
    const draft = await readyDraft(server(), second);
    await second.post('/api/help-requests', {
      page: '/claims/new/outpatient/invoice',
      step: 'invoice',
      flow: 'outpatient',
      draftId: draft.id,
    });
    await first.post('/api/help-requests', { page: '/human' });
    const agent = await staffOf(server(), 'agent');
    const { body } = await agent.get<{ requests: StaffHelpRequest[] }>('/api/staff/queue');
    expect(body.requests.map((request) => request.position)).toEqual([1, 2]);
    const known = body.requests.find((request) => request.maskedPhone === '138****0001');
    expect(known).toMatchObject({ step: 'invoice', flow: 'outpatient', state: 'waiting' });
    expect(known?.customerName).toBeTruthy();
    expect(body.requests.find((request) => !request.maskedPhone)).toMatchObject({
      mode: 'senior',
      asked: 2,
    });
    expect(JSON.stringify(body)).not.toContain(PHONE);
  });
});

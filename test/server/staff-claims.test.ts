import { beforeAll, expect, it } from 'vitest';
import type { StaffClaim, StaffHelpRequest, StaffMember, StaffRole } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { CARD, readyDraft, visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { fetchPhoto } from './support/send-photo.ts';
import { auditOf, cheap, claimWithPhoto, PHONE, staffOf } from './support/staff.ts';

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

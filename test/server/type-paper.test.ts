import { expect, test } from 'vitest';
import type { StaffClaim } from '#domain/api/staff.ts';
import { sentClaim } from './support/claims.ts';
import { agentOf } from './support/desk.ts';
import { describeOnBoth } from './support/harness.ts';

describeOnBoth('what could not be read', (server) => {
  test('is typed by staff from the photo, shown as theirs, and written down without its value', async () => {
    const { customer, id } = await sentClaim(server());
    const other = await sentClaim(server());
    const staff = await agentOf(server());
    const claim = (await staff.get<StaffClaim>(`/api/staff/claims/${id}`)).body;
    const documentId = claim.documents[0]?.id ?? '';
    const type = (claimId: string, name: string, value: string) =>
      staff.post<StaffClaim>(`/api/staff/claims/${claimId}/typed`, { documentId, name, value });
    expect((await type(id, 'totalFen', '很多')).status).toBe(422);
    expect((await type(other.id, 'totalFen', '885.90')).status).toBe(404);
    const before = (await customer.claim(id)).body.answers;
    await type(id, 'totalFen', '885.00');
    const typed = await type(id, 'totalFen', '¥885.9');
    expect(typed.status).toBe(200);
    expect(typed.body.readings).toMatchObject([
      { documentId, reading: { fields: [{ name: 'totalFen', value: 88_590, by: 'staff' }] } },
    ]);
    expect((await customer.claim(id)).body.answers).toEqual(before);
    const rows = await server()
      .parts.store.db.selectFrom('audit')
      .selectAll()
      .where('action', '=', 'paper-typed')
      .where('subject_id', '=', id)
      .execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/885/);
  });

  test('is typed by nobody who is not signed in as staff', async () => {
    const { customer, id } = await sentClaim(server());
    const reply = await customer.post(`/api/staff/claims/${id}/typed`, {
      documentId: 'x',
      name: 'totalFen',
      value: '1.00',
    });
    expect(reply.status).toBe(401);
  });
});

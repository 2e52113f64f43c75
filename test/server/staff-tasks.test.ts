import { beforeAll, expect, test } from 'vitest';
import type { StaffRole } from '#domain/api/staff.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { ADDRESS, begin, signedIn, tasksOf, textsTo, visitFor } from './support/appointments.ts';
import { completeDraft, outpatientAnswers, visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { auditOf, cheap, staffOf } from './support/staff.ts';

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

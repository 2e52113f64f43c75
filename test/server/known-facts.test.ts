import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { describeOnBoth } from './support/harness.ts';
import { visit, type Visitor } from './support/customer.ts';

const begin = async (visitor: Visitor, flow: string): Promise<Draft> =>
  (await visitor.post<Draft>('/api/drafts', { flow })).body;
const again = async (visitor: Visitor, draft: Draft): Promise<Draft> =>
  (await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body;
const valueOf = (draft: Draft, name: string) =>
  draft.known?.filter((fact) => fact.name === name).map(({ value, source }) => [value, source]);

describeOnBoth('what is known before it is asked', (server) => {
  test('is nothing before we know who somebody is, and is there once they have signed in', async () => {
    const visitor = visit(server());
    const draft = await begin(visitor, 'hospital');
    expect([draft.known, draft.insureds, draft.policies]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await visitor.signIn('13800000001');
    const known = await again(visitor, draft);
    expect(valueOf(known, 'payout')).toEqual([
      ['cardOnFile', 'policy'],
      ['cardOnFile', 'earlier-claim'],
    ]);
    expect(valueOf(known, 'insured')).toEqual([['self', 'policy']]);
    expect(valueOf(known, 'hospital')).toEqual([['青石市人民医院', 'earlier-claim']]);
    expect(known.insureds).toEqual([{ id: 'self', name: '王秀兰', relation: 'self' }]);
    // A day of birth leaves the server for nobody.
    expect(JSON.stringify(known)).not.toContain('1956');
  });

  test('all policies that pay for a stay are found from the person, with no number', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000005');
    const draft = await begin(visitor, 'hospital');
    expect(draft.policies?.map(({ product }) => product)).toEqual(['health', 'hospital-cash']);
    const visit2 = await begin(visitor, 'outpatient');
    expect(visit2.policies?.map(({ product }) => product)).toEqual(['health']);
  });

  test('a policy that lapsed the day before is said so, and the draft goes on', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000010');
    const draft = await begin(visitor, 'hospital');
    const before = await visitor.saveAnswers(draft, { admittedOn: '2026-10-31' });
    expect([before.policies?.length, before.notPaying]).toEqual([1, undefined]);
    const after = await visitor.saveAnswers(before, { admittedOn: '2026-11-01' });
    expect(after.policies).toEqual([]);
    expect(after.notPaying).toMatchObject([{ why: 'lapsed', day: '2026-10-31' }]);
  });

  test('a daughter may claim for the mother whom her policy insures, and is asked for whom', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000007');
    const draft = await begin(visitor, 'hospital');
    expect(draft.insureds).toEqual([
      { id: 'self', name: '杨帆', relation: 'self' },
      { id: 'demo-4', name: '陈桂英', relation: 'parent' },
    ]);
    expect(valueOf(draft, 'insured')?.map(([id]) => id)).toEqual(['self', 'demo-4']);
    const forMother = await visitor.saveAnswers(draft, { insured: 'demo-4' });
    expect(forMother.policies).toMatchObject([{ product: 'health', insuredId: 'demo-4' }]);
    const forStranger = await visitor.saveAnswers(forMother, { insured: 'other' });
    expect(forStranger.policies).toEqual([]);
  });

  test('a stay that the hospital told of is proposed, unless another day is meant', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000011');
    const draft = await begin(visitor, 'hospital');
    expect(valueOf(draft, 'admittedOn')).toEqual([['2026-11-03', 'hospital']]);
    expect(valueOf(draft, 'totalFen')).toEqual([[286_450, 'hospital']]);
    const other = await visitor.saveAnswers(draft, { admittedOn: '2026-10-03' });
    expect(valueOf(other, 'totalFen')).toEqual([]);
    expect(valueOf(await begin(visitor, 'outpatient'), 'totalFen')).toEqual([]);
  });

  test('a yes keeps where the answer was known from, and another answer forgets it', async () => {
    server().parts.clock.advance(120_000);
    const visitor = visit(server());
    await visitor.signIn('13800000011');
    const draft = await begin(visitor, 'hospital');
    const yes = await visitor.patch<Draft>(`/api/drafts/${draft.id}`, {
      baseVersion: draft.version,
      changes: [{ field: 'admittedOn', value: '2026-11-03', from: 'hospital' }],
    });
    expect(yes.body.sources).toEqual({ admittedOn: 'hospital' });
    expect((await again(visitor, draft)).sources).toEqual({ admittedOn: 'hospital' });
    const own = await visitor.saveAnswers(yes.body, { admittedOn: '2026-11-04' });
    expect(own.sources).toBeUndefined();
    const forged = await visitor.patch(`/api/drafts/${draft.id}`, {
      baseVersion: own.version,
      changes: [{ field: 'admittedOn', value: '2026-11-03', from: 'a-friend' }],
    });
    expect(forged.status).toBe(422);
  });

  test('somebody whom the insurer does not know may claim for themself', async () => {
    const visitor = visit(server());
    await visitor.signIn('19912340001');
    const draft = await begin(visitor, 'hospital');
    expect([draft.known, draft.policies]).toEqual([[], []]);
    expect(draft.insureds).toMatchObject([{ id: 'self', relation: 'self' }]);
  });
});

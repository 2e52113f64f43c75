import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import { describeOnBoth } from './support/harness.ts';
import { completeDraft, outpatientAnswers, readyDraft, visit } from './support/customer.ts';

describeOnBoth('nothing is sent twice', (server) => {
  const count = async (table: 'claim' | 'draft' | 'message', column: 'id' = 'id') =>
    (await server().parts.store.db.selectFrom(table).select(column).execute()).length;

  test('a second submit gets the same receipt and makes no second claim', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000001');
    const draft = await readyDraft(server(), visitor);
    const first = await visitor.submit(draft.id);
    const [claims, messages] = [await count('claim'), await count('message')];
    const second = await visitor.submit(draft.id);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect([await count('claim'), await count('message')]).toEqual([claims, messages]);
    const changed = await visitor.patch<Problem>(`/api/drafts/${draft.id}`, {
      baseVersion: draft.version,
      changes: [{ field: 'amountFen', value: 1 }],
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'draft-submitted']);
  });

  test('twenty submits of one draft at once make one claim, one text and one entry in the audit', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000002');
    const draft = await readyDraft(server(), visitor);
    const claims = await count('claim');
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        visitor.submit(draft.id, at % 2 === 0 ? {} : { 'idempotency-key': `key-${at % 6}` }),
      ),
    );
    expect(new Set(sent.map((one) => one.body.number)).size).toBe(1);
    expect(sent.every((one) => one.status === 201 || one.status === 200)).toBe(true);
    expect(await count('claim')).toBe(claims + 1);
    const audit = await server()
      .parts.store.db.selectFrom('audit')
      .select('id')
      .where('subject_id', '=', sent[0]?.body.id ?? '')
      .execute();
    expect(audit).toHaveLength(1);
    const events = await server()
      .parts.store.db.selectFrom('event')
      .select('seq')
      .where('stream_id', '=', sent[0]?.body.id ?? '')
      .execute();
    expect(events).toEqual([{ seq: 1 }]);
  });

  test('the same key and body give the same answer and no second effect, ten at once too', async () => {
    const visitor = visit(server());
    await visitor.post('/api/drafts', { flow: 'hospital' });
    const drafts = await count('draft');
    const key = { 'idempotency-key': 'a-key-of-the-phone' };
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        visitor.post<Draft>('/api/drafts', { flow: 'hospital' }, key),
      ),
    );
    expect(new Set(made.map((one) => one.body.id)).size).toBe(1);
    expect(new Set(made.map((one) => one.status))).toEqual(new Set([201]));
    expect(await count('draft')).toBe(drafts + 1);
  });

  test('another body under the key is refused; the same key of another person is another key', async () => {
    const visitor = visit(server());
    await visitor.post('/api/drafts', { flow: 'hospital' });
    const key = { 'idempotency-key': 'k1' };
    const first = await visitor.post<Draft>('/api/drafts', { flow: 'hospital' }, key);
    const other = await visitor.post<Problem>('/api/drafts', { flow: 'outpatient' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
    const stranger = visit(server());
    await stranger.post('/api/drafts', { flow: 'hospital' });
    const theirs = await stranger.post<Draft>('/api/drafts', { flow: 'hospital' }, key);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test('a refusal is not kept: mended, the same key goes through', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000003');
    const draft = await readyDraft(server(), visitor, { ...outpatientAnswers, amountFen: -1 });
    const key = { 'idempotency-key': 'submit-1' };
    expect((await visitor.submit(draft.id, key)).status).toBe(422);
    await completeDraft(visitor, draft, { amountFen: 5000 });
    const sent = await visitor.submit(draft.id, key);
    const again = await visitor.submit(draft.id, key);
    expect([sent.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(sent.body);
  });

  test('two devices that change one draft: the second is told, with the draft as it is; nothing is lost', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    const path = `/api/drafts/${draft.id}`;
    const one = { baseVersion: draft.version, changes: [{ field: 'cause', value: 'accident' }] };
    const two = { baseVersion: draft.version, changes: [{ field: 'payeeName', value: '李建国' }] };
    expect((await visitor.patch(path, one)).status).toBe(200);
    const late = await visitor.patch<Problem & { draft: Draft }>(path, two);
    expect([late.status, late.body.code]).toEqual([409, 'draft-changed']);
    expect(late.body.draft).toMatchObject({
      version: draft.version + 1,
      answers: { cause: 'accident' },
    });
    // The answer was lost on the way and the phone sends the first change again: no conflict.
    const repeated = await visitor.patch<Draft>(path, one);
    expect([repeated.status, repeated.body.version]).toEqual([200, draft.version + 1]);
  });

  test('of twenty changes on the same version at once, one is saved', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        visitor.patch(`/api/drafts/${draft.id}`, {
          baseVersion: draft.version,
          changes: [{ field: 'amountFen', value: 1000 + at }],
        }),
      ),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 409),
    ]);
  });
});

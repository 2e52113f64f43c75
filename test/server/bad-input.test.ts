import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { flows } from '#domain/claims/flows.ts';
import { completed } from '../journeys/completed.ts';
import { describeOnBoth, makeServer } from './support/harness.ts';
import {
  addPhoto,
  completeDraft,
  outpatientAnswers,
  readyDraft,
  visit,
} from './support/customer.ts';

const codesOf = (problem: Problem) => problem.errors?.map((error) => [error.field, error.code]);

describeOnBoth('bad input', (server) => {
  const filed = async (phone: string, over: Answers) => {
    const visitor = visit(server());
    server().parts.clock.advance(3_600_000);
    await visitor.signIn(phone);
    const draft = await readyDraft(server(), visitor, { ...outpatientAnswers, ...over });
    return visitor.submit(draft.id);
  };

  test('a phone number of 10 digits is told so, in the language of the person', async () => {
    const visitor = visit(server());
    const zh = await visitor.post<Problem>('/api/sessions/codes', { phone: '1380000000' });
    expect([zh.status, zh.body.code]).toEqual([422, 'phone-invalid']);
    expect(zh.body.detail).toContain('11 个数字');
    expect(codesOf(zh.body)).toEqual([['phone', 'phone-invalid']]);
    const en = await visitor.post<Problem>('/api/sessions/codes?lng=en', { phone: '1380000000' });
    expect(en.body.detail).toContain('11 digits');
  });

  test.each([
    ['a day in the future', { visitedOn: '2199-01-01' }, 'visitedOn', 'date-in-future'],
    ['a day before the birthday', { visitedOn: '1950-01-01' }, 'visitedOn', 'date-before-birth'],
    ['a day that does not exist', { visitedOn: '2026-02-30' }, 'visitedOn', 'date-invalid'],
    ['an amount of −1', { amountFen: -1 }, 'amountFen', 'amount-too-small'],
    ['an amount of a trillion', { amountFen: 1e12 }, 'amountFen', 'amount-too-large'],
    ['an emoji in a name', { payeeName: '王秀兰😀' }, 'payeeName', 'name-characters'],
    [
      'a card number with one wrong digit',
      { payeeCard: '6222021234567890012' },
      'payeeCard',
      'card-check-digit',
    ],
    ['a choice that is not offered', { cause: 'magic' }, 'cause', 'choice-unknown'],
    ['no consent', { healthConsent: false }, 'healthConsent', 'consent-needed'],
  ])('%s is kept in the draft and named when the claim is sent', async (_, over, field, code) => {
    const sent = await filed('13800000001', over);
    expect([sent.status, sent.body.code]).toEqual([422, 'claim-incomplete']);
    expect(codesOf(sent.body)).toContainEqual([field, code]);
    expect(sent.body.errors?.[0]?.step).toBeTruthy();
    expect(sent.body.errors?.[0]?.detail).not.toBe('');
  });

  test('a name of 40 characters with a middle dot is a name', async () => {
    const name = `${'阿卜杜热合曼'.repeat(3)}·${'买买提江'.repeat(5)}依`;
    expect([...name]).toHaveLength(40);
    const sent = await filed('13800000008', { payeeName: name });
    expect(sent.status).toBe(201);
  });

  test('a card on file that we do not hold is said, not accepted', async () => {
    const sent = await filed('13800000009', { payoutTo: 'cardOnFile' });
    expect(codesOf(sent.body)).toEqual([['payoutTo', 'no-card-on-file']]);
  });

  test('a forged field and a forged step are refused', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    for (const field of ['admittedOn', 'lane', 'constructor', '__proto__']) {
      const forged = await visitor.patch<Problem>(
        `/api/drafts/${draft.id}`,
        `{"baseVersion":2,"changes":[{"field":"${field}","value":"x"}]}`,
      );
      expect([forged.status, forged.body.code]).toEqual([422, 'field-unknown']);
    }
    const step = await visitor.patch<Problem>(`/api/drafts/${draft.id}`, {
      baseVersion: 2,
      changes: [{ field: 'cause', value: 'accident', step: 'payout' }],
    });
    expect([step.status, step.body.code]).toEqual([422, 'field-unknown']);
    const jump = await visitor.post<Problem>('/api/drafts', {
      flow: 'outpatient',
      answers: { payoutTo: 'counter' },
    });
    expect([jump.status, jump.body.code]).toEqual([422, 'field-unknown']);
  });

  test('an answer of the wrong type, a body of the wrong type and no JSON at all are refused plainly', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    const path = `/api/drafts/${draft.id}`;
    const cases: [unknown, number, string][] = [
      [{ baseVersion: 2, changes: [{ field: 'amountFen', value: '12' }] }, 422, 'wrong-type'],
      [{ baseVersion: 2, changes: [{ field: 'cause', value: { deep: [] } }] }, 422, 'wrong-type'],
      [{ baseVersion: 'two', changes: [] }, 422, 'wrong-type'],
      [[], 422, 'wrong-type'],
      [null, 422, 'wrong-type'],
      ['{"baseVersion": 2, ', 400, 'body-malformed'],
    ];
    for (const [body, status, code] of cases) {
      const reply = await visitor.patch<Problem>(path, body);
      expect([reply.status, reply.body.code]).toEqual([status, code]);
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.stringify(reply.body)).not.toMatch(/ZodError|\.ts:|node_modules|select |SQLITE/i);
    }
    const text = await visitor.call<Problem>('POST', '/api/drafts', 'flow=outpatient', {
      'content-type': 'text/plain',
    });
    expect([text.status, text.body.code]).toEqual([415, 'body-not-json']);
  });

  test('a body over the limit is refused with 413, whether or not it says its length', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    const reply = await visitor.patch<Problem>(`/api/drafts/${draft.id}`, {
      baseVersion: 2,
      changes: [{ field: 'payeeName', value: 'x'.repeat(300_000) }],
    });
    expect([reply.status, reply.body.code]).toEqual([413, 'body-too-large']);
    const said = await visitor.call<Problem>('POST', '/api/drafts', 'x'.repeat(300_000), {
      'content-length': '300000',
    });
    expect([said.status, said.body.code]).toEqual([413, 'body-too-large']);
  });

  test("another person's draft and claim are as absent as ones that do not exist", async () => {
    const owner = visit(server());
    server().parts.clock.advance(3_600_000);
    await owner.signIn('13800000010');
    const draft = await readyDraft(server(), owner);
    const sent = await owner.submit(draft.id);
    const open = await owner.draftWith('outpatient', { cause: 'illness' });

    const other = visit(server());
    await other.signIn('13800000011');
    for (const id of [open.id, server().parts.ids.id(), 'no-id', '%00']) {
      expect((await other.get(`/api/drafts/${id}`)).status).toBe(404);
      expect(
        (
          await other.patch(`/api/drafts/${id}`, {
            baseVersion: 1,
            changes: [{ field: 'cause', value: null }],
          })
        ).status,
      ).toBe(404);
      expect((await other.submit(id)).status).toBe(404);
    }
    expect((await other.submit(draft.id)).status).toBe(404);
    expect((await other.claim(sent.body.id)).status).toBe(404);
    expect((await other.get('/api/claims')).body).toEqual({ claims: [] });
    expect((await visit(server()).get(`/api/drafts/${open.id}`)).status).toBe(404);
  });

  test('photos that are not there, not theirs or not usable are named', async () => {
    const visitor = visit(server());
    server().parts.clock.advance(3_600_000);
    await visitor.signIn('13800000012');
    const draft = await visitor.draftWith('outpatient', outpatientAnswers);
    const strangers = await addPhoto(
      server(),
      (await visit(server()).draftWith('outpatient', { cause: 'illness' })).id,
    );
    const spoiled = await addPhoto(server(), draft.id, {
      state: 'rejected',
      reason: 'cannot-open',
    });
    let saved = draft;
    for (const [photos, code] of [
      [['nothing'], 'photos-not-here'],
      [[strangers], 'photos-not-here'],
      [[spoiled], 'photos-unusable'],
      [[], 'photos-none'],
    ] as const) {
      saved = await completeDraft(visitor, saved, { invoicePhotos: photos });
      const sent = await visitor.submit(draft.id);
      expect(codesOf(sent.body)).toEqual([['invoicePhotos', code]]);
    }
    expect(saved.documents).toMatchObject([{ state: 'rejected', reason: 'cannot-open' }]);
  });

  test('without the consents and the last check nothing is sent', async () => {
    const visitor = visit(server());
    server().parts.clock.advance(3_600_000);
    await visitor.signIn('13800000005');
    const draft = await readyDraft(server(), visitor);
    const noConsent = await visitor.submit(draft.id, {}, { consents: ['health-data'] });
    expect([noConsent.status, noConsent.body.code]).toEqual([422, 'consent-missing']);
    const noCheck = await visitor.submit(draft.id, {}, { confirmations: [] });
    expect([noCheck.status, noCheck.body.code]).toEqual([422, 'confirmation-missing']);
    expect((await visitor.submit(draft.id)).status).toBe(201);
  });
});

describeOnBoth('a draft of an older kind of claim', (server) => {
  const older = flows.find((flow) => flow.id === 'outpatient');
  if (!older) throw new Error('the outpatient claim is gone');
  const { visitedOn, matterWhat, ...others } = older.fields;
  if (!visitedOn || matterWhat?.kind !== 'matter') throw new Error('it has no day or no matters');
  const newer: Flow = {
    ...older,
    version: older.version + 1,
    fields: {
      ...others,
      seenOn: visitedOn,
      matterWhat: { ...matterWhat, shows: ['cause', 'seenOn'] },
    },
    steps: older.steps.map((step) => (step.id === 'visit' ? { ...step, ask: ['seenOn'] } : step)),
    migrations: [
      ...older.migrations,
      ({ visitedOn: day, ...answers }) =>
        day === undefined ? answers : { ...answers, seenOn: day },
    ],
  };

  test('is brought up to date when it is opened, and can be sent', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000001');
    const draft = await readyDraft(server(), visitor);
    const after = await makeServer(
      server().engine,
      { store: server().parts.store, flows: [newer] },
      server().place,
    );
    const again = visit(after);
    for (const [name, value] of visitor.cookies) again.cookies.set(name, value);
    const opened = await again.get<Draft>(`/api/drafts/${draft.id}`);
    expect(opened.body).toMatchObject({
      flowVersion: newer.version,
      answers: { seenOn: '2026-11-02' },
    });
    expect(opened.body.answers).not.toHaveProperty('visitedOn');
    // The key matter shows another field now: its yes is asked for again, and no other.
    const asked = await again.submit(draft.id);
    expect(codesOf(asked.body)).toEqual([['matterWhat', 'matter-open']]);
    await again.saveAnswers(opened.body, completed(newer, opened.body.answers));
    const sent = await again.submit(draft.id);
    expect(sent.status).toBe(201);
    expect((await again.claim(sent.body.id)).body).toMatchObject({
      flowVersion: newer.version,
      answers: { seenOn: '2026-11-02' },
    });
  });

  test('of a program long ago is left as it is, and leads to a person', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    const muchNewer: Flow = {
      ...older,
      version: older.version + 3,
      migrations: [...older.migrations, (a) => a, (a) => a, (a) => a],
    };
    const after = await makeServer(
      server().engine,
      { store: server().parts.store, flows: [muchNewer] },
      server().place,
    );
    const again = visit(after);
    for (const [name, value] of visitor.cookies) again.cookies.set(name, value);
    const opened = await again.get<Problem>(`/api/drafts/${draft.id}`);
    expect([opened.status, opened.body.code]).toEqual([409, 'flow-too-old']);
    expect(opened.body.detail).toContain('找真人');
    expect((await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body.answers).toEqual({
      cause: 'illness',
    });
  });

  test('of a newer program is left as it is', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('outpatient', { cause: 'illness' });
    await server()
      .parts.store.db.updateTable('draft')
      .set({ flow_version: 9 })
      .where('id', '=', draft.id)
      .execute();
    const opened = await visitor.get<Problem>(`/api/drafts/${draft.id}`);
    expect([opened.status, opened.body.code]).toEqual([409, 'flow-too-new']);
  });
});

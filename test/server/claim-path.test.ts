import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { expect, test } from 'vitest';
import type { ClaimSummary } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import { hasLuhnCheckDigit } from '#domain/flow/validate.ts';
import { describeOnBoth } from './support/harness.ts';
import { CARD, outpatientAnswers, readyDraft, visit } from './support/customer.ts';

describeOnBoth('a claim from the first question to its number', (server) => {
  test('somebody who is not signed in begins, signs in when asked, and gets a number', async () => {
    const visitor = visit(server());
    const draft = await readyDraft(server(), visitor);
    expect(draft.version).toBe(3);
    expect(draft.writtenBy['cause']).toBe('customer');
    expect(draft.documents).toMatchObject([{ field: 'invoicePhotos', state: 'received' }]);

    const tooEarly = await visitor.submit(draft.id);
    expect([tooEarly.status, tooEarly.body.code]).toEqual([401, 'sign-in-needed']);

    const before = visitor.cookies.get('sl_session');
    const signedIn = await visitor.signIn('13800000001');
    expect(signedIn.status).toBe(200);
    expect(signedIn.body.customer).toMatchObject({
      ageBand: '60to79',
      displayName: '王秀兰',
      maskedPhone: '138****0001',
    });
    expect(visitor.cookies.get('sl_session')).not.toBe(before);
    expect((await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body.answers).toEqual(
      draft.answers,
    );

    const sent = await visitor.submit(draft.id);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      lane: 'green',
      laneReasons: ['small-amount', 'papers-complete', 'age-first'],
    });
    expect(sent.body.number).toMatch(/^SL\d{12}$/);
    expect(hasLuhnCheckDigit(sent.body.number.slice(2))).toBe(true);
    expect(Date.parse(sent.body.promiseBy) - server().parts.clock.now()).toBeGreaterThan(
      23 * 3_600_000,
    );

    const claims = await visitor.get<{ claims: ClaimSummary[] }>('/api/claims');
    expect(claims.body.claims).toMatchObject([
      { id: sent.body.id, number: sent.body.number, status: 'received' },
    ]);
    const claim = await visitor.claim(sent.body.id);
    expect(claim.body.timeline).toMatchObject([{ kind: 'received', actor: 'customer' }]);
    expect(claim.body.documents).toMatchObject([{ kind: 'invoicePhotos', state: 'received' }]);
    expect(claim.body.answers['payeeCard']).toBe(`**** ${CARD.slice(-4)}`);
    expect(JSON.stringify(claim.body)).not.toContain(CARD);
  });

  test('the customer gets a text with the number, the promise and the hotline, and no link', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000002');
    const sent = await visitor.submit((await readyDraft(server(), visitor)).id);
    const outbox = await visitor.get<{ messages: { to: string; purpose: string; text: string }[] }>(
      '/api/test/outbox',
    );
    const text = outbox.body.messages.find(
      (one) => one.purpose === 'claim-received' && one.to === '13800000002',
    )?.text;
    expect(text).toContain(numberInGroups(sent.body.number));
    expect(text).toContain(server().parts.config.hotline);
    expect(text).toMatch(/\d+月\d+日/);
    expect(text).not.toMatch(/https?:|www\./);
    const shown = await visitor.get<{ messages: { to: string }[] }>('/api/demo/messages');
    expect(shown.body.messages.map((one) => one.to)).toContain('138****0002');
  });

  test('somebody whom the insurer does not know can file; a person looks first', async () => {
    const visitor = visit(server());
    const signedIn = await visitor.signIn('19912345678');
    expect(signedIn.body.customer).toMatchObject({
      ageBand: 'unknown',
      displayName: '199****5678',
    });
    const sent = await visitor.submit((await readyDraft(server(), visitor)).id);
    expect([sent.status, sent.body.lane]).toEqual([201, 'standard']);
  });

  test('what is asked on another branch is neither sent nor kept with the claim', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000003');
    const draft = await readyDraft(server(), visitor, {
      ...outpatientAnswers,
      payoutTo: 'cardOnFile',
    });
    const sent = await visitor.submit(draft.id, {}, { consents: ['health-data'] });
    expect(sent.status).toBe(201);
    const claim = await visitor.claim(sent.body.id);
    const sentFields = Object.keys(claim.body.answers).filter((one) => !one.startsWith('matter'));
    expect(sentFields.sort()).toEqual([
      'amountFen',
      'cause',
      'healthConsent',
      'insured',
      'invoicePhotos',
      'payoutTo',
      'visitedOn',
    ]);
  });

  test('the audit tells who sent the claim, and never what was in it', async () => {
    const visitor = visit(server());
    await visitor.signIn('13800000007');
    const sent = await visitor.submit((await readyDraft(server(), visitor)).id);
    const rows = await server()
      .parts.store.db.selectFrom('audit')
      .selectAll()
      .where('subject_id', '=', sent.body.id)
      .execute();
    expect(rows).toMatchObject([{ action: 'claim-submitted', actor_kind: 'customer' }]);
    expect(JSON.stringify(rows)).not.toContain('王秀兰');
  });
});

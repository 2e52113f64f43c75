import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import { InsurerUnavailableError } from '#server/adapters/insurer/insurer.ts';
import { createDemoInsurer } from '#server/adapters/insurer/demo.ts';
import { describeOnBoth } from './support/harness.ts';
import { sweep } from '#server/services/job-loop.ts';
import { addPhoto, readyDraft, visit } from './support/customer.ts';

describeOnBoth('signing in', (server) => {
  const later = (seconds: number) => server().parts.clock.advance(seconds * 1000);

  test('a second code within a minute is refused for this phone, and only for this phone', async () => {
    const visitor = visit(server());
    expect((await visitor.post('/api/sessions/codes', { phone: '13811110001' })).status).toBe(204);
    const again = await visitor.post<Problem>('/api/sessions/codes', { phone: '13811110001' });
    expect([again.status, again.body.code]).toEqual([429, 'code-too-often']);
    const wait = Number(again.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    // The same person, browser and address, another phone: a branch shares one address.
    for (let at = 0; at < 30; at += 1) {
      const phone = `138222200${String(at).padStart(2, '0')}`;
      expect((await visitor.post('/api/sessions/codes', { phone })).status).toBe(204);
    }
    later(61);
    expect((await visitor.post('/api/sessions/codes', { phone: '13811110001' })).status).toBe(204);
  });

  test('on somebody else’s phone a session is short, and the phone forgets it with its window', async () => {
    const visitor = visit(server());
    const phone = '13800000009';
    expect((await visitor.post('/api/sessions/codes', { phone })).status).toBe(204);
    const code = await visitor.lastCode(phone);
    const reply = await visitor.post('/api/sessions', { phone, code, isLent: true });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).not.toMatch(/max-age|expires/i);
    later(3600);
    expect((await visitor.get('/api/me')).status).toBe(200);
    later(3700);
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  test('five codes an hour are enough for one phone', async () => {
    const visitor = visit(server());
    for (let at = 0; at < 5; at += 1) {
      expect((await visitor.post('/api/sessions/codes', { phone: '13811110002' })).status).toBe(
        204,
      );
      later(61);
    }
    const sixth = await visitor.post('/api/sessions/codes', { phone: '13811110002' });
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('twenty askings at once send one code', async () => {
    const visitor = visit(server());
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        visitor.post('/api/sessions/codes', { phone: '13811110003' }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 204)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 429)).toHaveLength(19);
  });

  test('a wrong code is counted; after five the right one no longer helps', async () => {
    const phone = '13811110004';
    const visitor = visit(server());
    await visitor.post('/api/sessions/codes', { phone });
    const code = await visitor.lastCode(phone);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let at = 0; at < 5; at += 1) {
      const reply = await visitor.post<Problem>('/api/sessions', { phone, code: wrong });
      expect([reply.status, reply.body.code]).toEqual([422, 'code-wrong']);
    }
    const spent = await visitor.post<Problem>('/api/sessions', { phone, code });
    expect([spent.status, spent.body.code]).toEqual([422, 'code-tries-spent']);
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  test('a code works for five minutes, once, and only for its phone', async () => {
    const visitor = visit(server());
    const phone = '13811110005';
    await visitor.post('/api/sessions/codes', { phone });
    const old = await visitor.lastCode(phone);
    later(301);
    const late = await visitor.post<Problem>('/api/sessions', { phone, code: old });
    expect([late.status, late.body.code]).toEqual([422, 'code-expired']);
    await visitor.post('/api/sessions/codes', { phone });
    const code = await visitor.lastCode(phone);
    const other = await visitor.post<Problem>('/api/sessions', { phone: '13811110006', code });
    expect(other.status).toBe(422);
    // As people write it: spaces, +86.
    expect(
      (
        await visitor.post('/api/sessions', {
          phone: '+86 138-1111-0005',
          code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
        })
      ).status,
    ).toBe(200);
    expect((await visitor.post<Problem>('/api/sessions', { phone, code })).status).toBe(422);
  });

  test('signing out ends the session on the server, and the next person finds nothing', async () => {
    const visitor = visit(server());
    await visitor.signIn('13811110007');
    const draft = await visitor.draftWith('hospital', { cause: 'illness' });
    const kept = new Map(visitor.cookies);
    expect((await visitor.delete('/api/sessions')).status).toBe(204);
    expect(visitor.cookies.size).toBe(0);
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect((await visitor.get('/api/me')).status).toBe(401);
    expect((await visitor.get(`/api/drafts/${draft.id}`)).status).toBe(404);
    visitor.cookies.clear();
    later(61);
    await visitor.signIn('13811110007');
    expect((await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body.answers).toEqual({
      cause: 'illness',
    });
  });

  test('somebody else who signs in on the same device gets none of the first one', async () => {
    const visitor = visit(server());
    await visitor.signIn('13811110008');
    const draft = await visitor.draftWith('hospital', { cause: 'illness' });
    await visitor.signIn('13811110009');
    expect((await visitor.get(`/api/drafts/${draft.id}`)).status).toBe(404);
    expect((await visitor.get('/api/drafts')).body).toEqual({ drafts: [] });
  });

  test('a session that nobody came back to for a month has ended', async () => {
    const visitor = visit(server());
    await visitor.signIn('13811110010');
    later(20 * 24 * 3600);
    expect((await visitor.get('/api/me')).status).toBe(200);
    later(20 * 24 * 3600);
    expect((await visitor.get('/api/me')).status).toBe(200);
    later(31 * 24 * 3600);
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  test('what was begun without signing in is forgotten when its session has ended, and not before', async () => {
    const visitor = visit(server());
    const draft = await visitor.draftWith('hospital', { cause: 'illness' });
    await addPhoto(server(), draft.id);
    const drafts = () =>
      server().parts.store.db.selectFrom('draft').select('id').where('id', '=', draft.id).execute();
    later(20 * 24 * 3600);
    await visitor.get(`/api/drafts/${draft.id}`);
    later(20 * 24 * 3600);
    await sweep(server().parts);
    expect(await drafts()).toHaveLength(1);
    later(31 * 24 * 3600);
    await sweep(server().parts);
    expect(await drafts()).toHaveLength(0);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const visitor = visit(server());
    const reply = await visitor.post('/api/drafts', { flow: 'hospital' });
    const cookie = reply.headers.get('set-cookie') ?? '';
    for (const word of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word);
  });

  test('a change that another site had the browser send is refused', async () => {
    const visitor = visit(server());
    const body = { flow: 'hospital' };
    const cases: [Record<string, string>, number][] = [
      [{ origin: 'https://evil.example' }, 403],
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ origin: 'null' }, 403],
      [{ origin: 'http://localhost' }, 201],
      [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 201],
      [{ 'sec-fetch-site': 'same-origin' }, 201],
      [{}, 201],
    ];
    for (const [headers, status] of cases) {
      expect([headers, (await visitor.post('/api/drafts', body, headers)).status]).toEqual([
        headers,
        status,
      ]);
    }
  });
});

let isInsurerUp = false;

describeOnBoth(
  'signing in while the insurer cannot be reached',
  (server) => {
    test('works: nobody is sent away for it', async () => {
      const visitor = visit(server());
      const reply = await visitor.signIn('13800000001');
      expect([reply.status, reply.body.customer.ageBand]).toEqual([200, 'unknown']);
      const branches = await visitor.get<Problem>('/api/branches');
      expect([branches.status, branches.body.code]).toEqual([503, 'insurer-unavailable']);
      isInsurerUp = true;
      const sent = await visitor.submit((await readyDraft(server(), visitor)).id);
      expect([sent.status, sent.body.lane]).toEqual([201, 'green']);
      isInsurerUp = false;
    });
  },
  () => ({
    insurer: {
      ...createDemoInsurer(),
      findCustomer: (phone: string) =>
        isInsurerUp
          ? createDemoInsurer().findCustomer(phone)
          : Promise.reject(new InsurerUnavailableError('down')),
      listBranches: () => Promise.reject(new InsurerUnavailableError('down')),
    },
  }),
);

import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createHttpInsurer } from '#server/adapters/insurer/http.ts';
import { InsurerUnavailableError } from '#server/adapters/insurer/insurer.ts';
import { createHttpSms } from '#server/adapters/sms/http.ts';
import { SmsError, type Sms } from '#server/adapters/sms/sms.ts';
import type { Parts } from '#server/parts.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { describeOnBoth } from './support/harness.ts';
import { visit } from './support/customer.ts';

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

let service: Server | undefined;
afterEach(() => {
  service?.closeAllConnections();
  service?.close();
  service = undefined;
});

/** A service that answers in turn; `undefined` never answers. */
async function serviceThat(
  ...answers: ([number, unknown] | undefined)[]
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const made = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      seen.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: text ? (JSON.parse(text) as unknown) : undefined,
      });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (!answer) return;
      response
        .writeHead(answer[0], { 'content-type': 'application/json' })
        .end(JSON.stringify(answer[1]));
    });
  });
  service = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/core`, seen };
}

const wang = {
  ref: 'r1',
  name: '王秀兰',
  bornOn: '1956-03-12',
  isInHardship: true,
  policies: [],
  more: 'ignored',
};

test("the insurer's service is asked with the phone in the body, and a passing failure is tried again", async () => {
  const { url, seen } = await serviceThat([503, {}], [200, wang]);
  const insurer = createHttpInsurer({ url, token: 'token-1' });
  expect(await insurer.findCustomer('13800000001')).toEqual({
    ref: 'r1',
    name: '王秀兰',
    bornOn: '1956-03-12',
    isInHardship: true,
    policies: [],
  });
  expect(seen).toHaveLength(2);
  expect(seen[1]).toMatchObject({
    method: 'POST',
    url: '/core/customers/lookup',
    body: { phone: '13800000001' },
  });
  expect(seen[1]?.headers.authorization).toBe('Bearer token-1');
});

test('a customer whom the insurer does not know is nobody, not an error', async () => {
  const { url } = await serviceThat([404, {}]);
  expect(await createHttpInsurer({ url }).findCustomer('13800000001')).toBeUndefined();
});

test('no answer in time, a wrong shape and a refusal are one clear error without the phone in it', async () => {
  for (const answer of [undefined, [200, { name: 7 }], [401, {}]] as const) {
    const { url } = await serviceThat(answer as [number, unknown] | undefined);
    const asked = createHttpInsurer({ url, timeoutMs: 150 }).findCustomer('13800000001');
    await expect(asked).rejects.toBeInstanceOf(InsurerUnavailableError);
    await expect(asked).rejects.not.toThrow(/13800000001/);
    service?.closeAllConnections();
    service?.close();
  }
});

test('a claim is handed over under its own id, and one that is there already is fine', async () => {
  const { url, seen } = await serviceThat([409, {}]);
  await createHttpInsurer({ url }).deliverClaim({
    id: 'c1',
    number: 'SL1',
    flow: 'hospital',
    flowVersion: 1,
    answers: {},
    lane: 'green',
    submittedAt: '2026-11-21T00:00:00Z',
  });
  expect(seen[0]?.headers['idempotency-key']).toBe('c1');
});

test('a text goes to the gateway once, under its id; what it does not take is an error', async () => {
  const { url, seen } = await serviceThat([202, {}], [500, {}]);
  const sms = createHttpSms({ url });
  await sms.send({ id: 'm1', to: '13800000001', text: '您好' });
  expect(seen[0]).toMatchObject({ body: { id: 'm1', to: '13800000001', text: '您好' } });
  expect(seen[0]?.headers['idempotency-key']).toBe('m1');
  await expect(sms.send({ id: 'm2', to: '13800000001', text: '您好' })).rejects.toBeInstanceOf(
    SmsError,
  );
});

let failures = 0;
const sent: string[] = [];
const flaky: Sms = {
  kind: 'demo',
  send: ({ id }) => {
    if (failures > 0) {
      failures -= 1;
      return Promise.reject(new SmsError('down'));
    }
    sent.push(id);
    return Promise.resolve();
  },
};

describeOnBoth(
  'texts while the gateway is down',
  (server) => {
    const run = async (parts: Parts = server().parts) => {
      while ((await runDueJobs(parts, jobHandlers)) > 0);
    };

    test('are kept, tried again later, and sent once', async () => {
      failures = 2;
      sent.length = 0;
      const visitor = visit(server());
      await visitor.post('/api/sessions/codes', { phone: '13800000001' });
      await run();
      expect(sent).toEqual([]);
      server().parts.clock.advance(4000);
      await run();
      server().parts.clock.advance(8000);
      await run();
      await run();
      expect(sent).toHaveLength(1);
      expect(await visitor.lastCode('13800000001')).toMatch(/^\d{6}$/);
    });

    test('a code whose time is over is not sent any more', async () => {
      failures = 1;
      sent.length = 0;
      await visit(server()).post('/api/sessions/codes', { phone: '13800000002' });
      await run();
      server().parts.clock.advance(301_000);
      await run();
      expect(sent).toEqual([]);
      const row = await server()
        .parts.store.db.selectFrom('message')
        .select('failed_at')
        .where('sent_at', 'is', null)
        .executeTakeFirstOrThrow();
      expect(row.failed_at).not.toBeNull();
    });

    test('two processes at once take no job twice', async () => {
      failures = 0;
      sent.length = 0;
      const visitor = visit(server());
      for (let at = 0; at < 30; at += 1) {
        await visitor.post('/api/sessions/codes', {
          phone: `138333300${String(at).padStart(2, '0')}`,
        });
      }
      // Another store object is another process as far as the leases know.
      const { parts } = server();
      const others = Array.from({ length: 3 }, () => ({ ...parts, store: { ...parts.store } }));
      await Promise.all([parts, ...others].map(run));
      expect(sent).toHaveLength(30);
      expect(new Set(sent).size).toBe(30);
    });
  },
  () => ({ sms: flaky }),
);

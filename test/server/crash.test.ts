import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimReceipt, ClaimSummary } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import { completeDraft, outpatientAnswers, Visitor } from './support/customer.ts';
import { engines, makePlace, type TempPlace } from './support/databases.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { startServer, type RealServer } from './support/real-server.ts';
import { sendPhoto } from './support/send-photo.ts';

/** `CRASH_ROUNDS=100 npx vitest run --project server test/server/crash.test.ts` runs it for long. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? '5');
const PEOPLE = 4;

interface Person {
  visitor: Visitor;
  draft: Draft;
  key: string;
  /** What was acknowledged before the server died. */
  receipt?: ClaimReceipt;
}

describe.each(engines)('the server dies right after a claim was acknowledged (%s)', (engine) => {
  let place: TempPlace;
  let dist: string;
  let running: RealServer | undefined;

  beforeAll(async () => {
    place = await makePlace(engine);
    dist = await makeFakeBuild();
  });
  afterAll(async () => {
    await running?.end('SIGKILL');
    await place.remove();
    rmSync(dist, { recursive: true, force: true });
  });

  const send = (path: string, init: RequestInit) => fetch(`${running?.url ?? ''}${path}`, init);

  const prepare = async (round: number, at: number): Promise<Person> => {
    const visitor = new Visitor(send);
    await visitor.signIn(`1390000${String(round).padStart(2, '0')}${String(at).padStart(2, '0')}`);
    const begun = await visitor.draftWith('outpatient', outpatientAnswers);
    const photo = await sendPhoto(visitor, { draftId: begun.id }, await phoneJpeg());
    const draft = await completeDraft(visitor, begun, { invoicePhotos: [photo.id] });
    return { visitor, draft, key: `round-${round}-${at}` };
  };

  test(
    `nothing acknowledged is lost and nothing is sent twice, ${ROUNDS} times over`,
    { timeout: 60_000 + ROUNDS * 40_000 },
    async () => {
      running = await startServer(place, dist);
      let acknowledged = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const people: Person[] = [];
        for (let at = 0; at < PEOPLE; at += 1) people.push(await prepare(round, at));

        // All at once; with the first receipt in hand the process is killed, the others are caught somewhere in it.
        const dying: RealServer = running;
        let isKilled = false;
        await Promise.all(
          people.map(async (person) => {
            try {
              const reply = await person.visitor.submit(person.draft.id, {
                'idempotency-key': person.key,
              });
              if (reply.status === 201) person.receipt = reply.body;
              if (!isKilled) {
                isKilled = true;
                dying.process.kill('SIGKILL');
              }
            } catch (error) {
              // The connection broke: this one does not know.
              expect(error).toBeInstanceOf(Error);
            }
          }),
        );
        await dying.end('SIGKILL');
        running = await startServer(place, dist);

        for (const person of people) {
          const list = await person.visitor.get<{ claims: ClaimSummary[] }>('/api/claims');
          if (person.receipt) {
            acknowledged += 1;
            expect(list.body.claims.map((claim) => claim.number)).toEqual([person.receipt.number]);
          }
          // Whoever does not know sends again, as the phone does: once more in any case, for one claim in the end.
          const again = await person.visitor.submit(person.draft.id, {
            'idempotency-key': person.key,
          });
          expect(again.status).toBe(201);
          if (person.receipt) expect(again.body).toEqual(person.receipt);
          const claim = await person.visitor.claim(again.body.id);
          expect(claim.body.timeline.map((event) => event.kind)).toEqual(['received']);
          // The picture is there once; that nothing can be read on it, the server may have found out by now.
          expect(claim.body.documents).toHaveLength(1);
          expect(['received', 'unreadable']).toContain(claim.body.documents[0]?.state);
          const after = await person.visitor.get<{ claims: ClaimSummary[] }>('/api/claims');
          expect(after.body.claims).toHaveLength(1);
        }
      }
      expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS);
      // What the dead had begun to send is free again when its lease is over.
      await send('/api/test/clock', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceSeconds: 120 }),
      });
      const outbox = await send('/api/test/outbox', {});
      const { messages } = (await outbox.json()) as {
        messages: { purpose: string; text: string }[];
      };
      const texts = messages.filter((message) => message.purpose === 'claim-received');
      expect(new Set(texts.map((message) => message.text)).size).toBe(ROUNDS * PEOPLE);
    },
  );

  test(
    'a shutdown lets a request in flight end, and ends a waiting one at once',
    { timeout: 60_000 },
    async () => {
      running ??= await startServer(place, dist);
      const visitor = new Visitor(send);
      const help = await visitor.post<{ conversationId: string }>('/api/help-requests', {
        page: '/',
      });
      const waiting = visitor.get(
        `/api/conversations/${help.body.conversationId}/events?after=1&wait=25`,
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      const started = performance.now();
      const code = running.end('SIGTERM');
      expect((await waiting).status).toBe(200);
      expect(await code).toBe(0);
      expect(performance.now() - started).toBeLessThan(8000);
      await expect(visitor.get('/healthz')).rejects.toThrow();
      running = undefined;
    },
  );
});

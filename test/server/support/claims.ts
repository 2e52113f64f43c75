import type { Claim } from '#domain/api/claim.ts';
import type { Problem } from '#domain/api/problem.ts';
import type { StaffClaim } from '#domain/api/staff.ts';
import type { Answers } from '#domain/flow/types.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { outpatientAnswers, readyDraft, visit, type Reply, type Visitor } from './customer.ts';
import type { TestServer } from './harness.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Moves the clock on and does all that falls due by then. */
export async function pass(server: TestServer, ms: number): Promise<void> {
  server.parts.clock.advance(ms);
  while ((await runDueJobs(server.parts, jobHandlers)) > 0);
}

/** To the card that the insurer pays to already: nothing about it is new. */
export const toKnownCard: Answers = { ...outpatientAnswers, payoutTo: 'cardOnFile' };

let nextPhone = 0;
let nextDay = 0;

/** Somebody of the demo who has sent a claim; a green one unless `answers` say otherwise. */
export async function sentClaim(
  server: TestServer,
  over: Answers = {},
  phone?: string,
): Promise<{ customer: Visitor; id: string; draftId: string; phone: string }> {
  const customer = visit(server);
  // Codes are sent so often only: the people of the demo take turns, and the time of the test is cheap.
  const known = ['13800000001', '13800000002', '13800000003', '13800000007', '13800000008'];
  const who = phone ?? known[nextPhone++ % known.length] ?? '';
  server.parts.clock.advance(HOUR);
  await customer.signIn(who);
  const day = { visitedOn: dayOf(nextDay++) };
  const draft = await readyDraft(server, customer, { ...toKnownCard, ...day, ...over });
  const sent = await customer.submit(draft.id);
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return { customer, id: sent.body.id, draftId: draft.id, phone: who };
}

/** Another day for each claim: the same event filed twice goes to a person. */
function dayOf(at: number): string {
  return new Date(Date.UTC(2026, 9, 31) - at * DAY).toISOString().slice(0, 10);
}

export const newCard = (): Answers => ({ ...outpatientAnswers, visitedOn: dayOf(nextDay++) });

/** An action of the customer on their claim. */
export function act<T = Claim & Omit<Problem, 'status'>>(
  customer: Visitor,
  id: string,
  what: 'withdraw' | 'proceed' | 'review' | 'papers',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply<T>> {
  return customer.post<T>(`/api/claims/${id}/${what}`, body, headers);
}

/** What was texted to a phone about claims, the newest first. */
export async function textsTo(
  visitor: Visitor,
  phone: string,
): Promise<{ purpose: string; text: string }[]> {
  const { body } = await visitor.get<{ messages: { to: string; purpose: string; text: string }[] }>(
    '/api/test/outbox',
  );
  return body.messages.filter(({ to, purpose }) => to === phone && purpose !== 'code');
}

/** What has happened to a claim, in its order. */
export const kinds = (claim: Claim) => claim.timeline.map(({ kind }) => kind);

/** Something that staff do with a claim. */
export const desk = (staff: Visitor, id: string, what: string, body: unknown = {}, key?: string) =>
  staff.post<StaffClaim & Omit<Problem, 'status'>>(
    `/api/staff/claims/${id}/${what}`,
    body,
    key ? { 'idempotency-key': key } : {},
  );

/** A claim that a person has to look at. */
export async function forPerson(server: TestServer, over = {}) {
  const sent = await sentClaim(server, { amountFen: 400_000, ...over });
  await pass(server, MINUTE);
  return sent;
}

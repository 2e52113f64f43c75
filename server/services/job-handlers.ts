import type { Parts } from '../parts.ts';
import { findClaimById } from '../store/claims.ts';
import { findCustomer } from '../store/customers.ts';
import { findMessage, markFailed, markSent } from '../store/messages.ts';
import type { LeasedJob } from '../store/store.ts';
import { CODE_MS } from './send-code.ts';
import type { JobHandlers } from './run-jobs.ts';

/** After so many tries a text has missed its moment; the failure stays visible in the table and the metrics. */
const TEXT_TRIES_MAX = 12;

async function sendMessage(parts: Parts, job: LeasedJob): Promise<void> {
  const message = await findMessage(parts.store.db, parts.seal, job.subject);
  if (!message || message.sentAt !== null) return;
  const now = parts.clock.now();
  // A code that arrives after it has expired only confuses.
  const isStale = message.purpose === 'code' && now > message.createdAt + CODE_MS;
  if (isStale || job.attempts > TEXT_TRIES_MAX) {
    await markFailed(parts.store.db, message.id, now);
    parts.log.warn('text-given-up', { message: message.id, purpose: message.purpose });
    return;
  }
  await parts.sms.send({ id: message.id, to: message.to, text: message.text });
  const keepsText = message.purpose !== 'code' || parts.config.appMode !== 'production';
  await markSent(parts.store.db, message.id, parts.clock.now(), keepsText);
}

async function deliverClaim(parts: Parts, job: LeasedJob): Promise<void> {
  const claim = await findClaimById(parts.store.db, parts.seal, job.subject);
  if (!claim) return;
  const customer = await findCustomer(parts.store.db, parts.seal, claim.customer_id);
  await parts.insurer.deliverClaim({
    id: claim.id,
    number: claim.number,
    customerRef: customer?.profile?.ref,
    flow: claim.flow,
    flowVersion: claim.flow_version,
    answers: claim.answers,
    lane: claim.lane,
    submittedAt: new Date(claim.submitted_at).toISOString(),
  });
}

/** Every kind of job. */
export const jobHandlers: JobHandlers = {
  'send-message': sendMessage,
  'deliver-claim': deliverClaim,
};

import type { Parts } from '../parts.ts';
import { policiesOfClaim } from '../store/claim-policies.ts';
import { findClaimById } from '../store/claims.ts';
import { findCustomer } from '../store/customers.ts';
import { findMessage, markFailed, markSent } from '../store/messages.ts';
import type { LeasedJob } from '../store/store.ts';
import { CODE_MS } from './send-code.ts';
import { assessClaim } from './claims/assess-claim.ts';
import { runClocks } from './claims/claim-clocks.ts';
import { deliveredClaim } from './claims/delivered-claim.ts';
import { payClaim } from './claims/pay-claim.ts';
import { recallClaim } from './claims/recall-claim.ts';
import { readDocument } from './read-document.ts';
import { checkUpload } from './uploads/finish-upload.ts';
import { callInstead } from './handoff/call-instead.ts';
import { remindCallback } from './handoff/remind-callback.ts';
import type { JobHandlers } from './run-jobs.ts';
import { tellRemark } from './tell-remark.ts';

/** After so many tries, some two hours, a text has missed its moment: a person rings (O3). */
const TEXT_TRIES_MAX = 12;

async function sendMessage(parts: Parts, job: LeasedJob): Promise<void> {
  const message = await findMessage(parts.store.db, parts.seal, job.subject);
  if (!message || message.sentAt !== null) return;
  const now = parts.clock.now();
  // A code that arrives after it has expired only confuses.
  const isStale = message.purpose === 'code' && now > message.createdAt + CODE_MS;
  if (isStale || job.attempts > TEXT_TRIES_MAX) {
    await parts.store.write(async (tx) => {
      await markFailed(tx, message.id, now);
      await callInstead(tx, parts, message);
    });
    parts.log.warn('text-given-up', { message: message.id, purpose: message.purpose });
    return;
  }
  await parts.sms.send({ id: message.id, to: message.to, text: message.text });
  const keepsText = message.purpose !== 'code' || parts.config.appMode !== 'production';
  await markSent(parts.store.db, message.id, parts.clock.now(), keepsText);
}

async function deliverClaim(parts: Parts, job: LeasedJob): Promise<void> {
  const claim = await findClaimById(parts.store.db, parts.seal, job.subject);
  // Taken back before it was handed over: the insurer never hears of it.
  if (!claim || claim.status === 'withdrawn') return;
  const customer = await findCustomer(parts.store.db, parts.seal, claim.customer_id);
  const policies = await policiesOfClaim(parts.store.db, parts.seal, claim.id);
  await parts.insurer.deliverClaim(deliveredClaim(claim, customer, policies));
}

/** Every kind of job. */
export const jobHandlers: JobHandlers = {
  'send-message': sendMessage,
  'deliver-claim': deliverClaim,
  'recall-claim': recallClaim,
  'assess-claim': assessClaim,
  'pay-claim': payClaim,
  'claim-clocks': runClocks,
  'read-document': readDocument,
  'remind-callback': remindCallback,
  'tell-remark': tellRemark,
  'finish-upload': checkUpload,
};

import { creditOf } from '#domain/handoff/credit.ts';
import { LENT_SESSION_MS, SESSION_MS } from '../http/sessions.ts';
import type { Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import { findCustomer, PHONE, saveCustomer, type CustomerRecord } from '../store/customers.ts';
import { deleteSession, insertSession, signSessionIn, tokenHash } from '../store/sessions.ts';
import { hasLiveCode, spendTry, useCodes } from '../store/sign-in-codes.ts';
import type { Tx } from '../store/store.ts';
import { adoptRows } from '../store/owners.ts';
import { mergeConversations } from './merge-conversations.ts';
import { standingOf } from './customer-view.ts';
import { askInsurer } from './refresh-profile.ts';
import { codePlace } from './send-code.ts';

const TRIES_MAX = 5;

export interface SignedIn {
  customer: CustomerRecord;
  /** The new token of the cookie. */
  token: string;
  who: Required<Who>;
}

/** A wrong code must stay counted, so the outcome is given back and not thrown inside the transaction. */
function checkCode(
  parts: Parts,
  phone: string,
  code: string,
): Promise<'right' | 'code-wrong' | 'code-tries-spent' | 'code-expired'> {
  const now = parts.clock.now();
  const phones = parts.seal.blindIndexes(PHONE, phone);
  return parts.store.write(async (tx) => {
    const live = await spendTry(tx, phones, now, TRIES_MAX);
    const isRight = live.some((row) =>
      parts.seal.blindIndexes(codePlace, `${row.id}:${code}`).includes(row.code_index),
    );
    if (isRight) {
      await useCodes(tx, phones, now);
      return 'right';
    }
    if (live.length > 0) return 'code-wrong';
    return (await hasLiveCode(tx, phones, now)) ? 'code-tries-spent' : 'code-expired';
  });
}

async function openSession(
  tx: Tx,
  parts: Parts,
  before: Who | undefined,
  customerId: string,
  isLent: boolean,
): Promise<{ token: string; who: Required<Who> }> {
  const now = parts.clock.now();
  const token = parts.ids.token();
  const change = {
    token_hash: tokenHash(token),
    customer_id: customerId,
    seen_at: now,
    expires_at: now + (isLent ? LENT_SESSION_MS : SESSION_MS),
  };
  const canStay = before && (before.customerId === undefined || before.customerId === customerId);
  if (canStay && (await signSessionIn(tx, before.sessionId, change))) {
    return { token, who: { sessionId: before.sessionId, customerId } };
  }
  // Somebody else was signed in on this device: their session ends, nothing of it is adopted.
  if (before) await deleteSession(tx, before.sessionId);
  const id = parts.ids.id();
  await insertSession(tx, { id, created_at: now, ...change });
  return { token, who: { sessionId: id, customerId } };
}

/**
 * Signs in by phone and code, and gives the customer what the session made before: drafts, photos, conversations.
 * @param isLent the phone is somebody else's: the session is short
 * @throws ProblemError 422 `code-wrong`, `code-tries-spent` or `code-expired`
 */
export async function signIn(
  parts: Parts,
  before: Who | undefined,
  phone: string,
  code: string,
  isLent = false,
): Promise<SignedIn> {
  const outcome = await checkCode(parts, phone, code);
  if (outcome !== 'right') {
    throw new ProblemError(outcome, 422, { errors: [{ field: 'code', code: outcome }] });
  }
  const profile = await askInsurer(parts, phone);
  return parts.store.write(async (tx) => {
    const customer = await saveCustomer(tx, parts.seal, {
      newId: parts.ids.id(),
      phone,
      now: parts.clock.now(),
      profile,
    });
    const { token, who } = await openSession(tx, parts, before, customer.id, isLent);
    const from = `s:${who.sessionId}`;
    const to = `c:${customer.id}`;
    await adoptRows(tx, from, to);
    await mergeConversations(tx, parts, {
      from,
      to,
      customerId: customer.id,
      creditMs: creditOf(standingOf(parts, customer), parts.config.credit),
      ageBand: standingOf(parts, customer).ageBand,
    });
    await addAudit(tx, parts, {
      actor: { kind: 'customer', id: customer.id },
      action: 'signed-in',
      subject: { kind: 'customer', id: customer.id },
    });
    return { customer, token, who };
  });
}

/** The customer of a session. */
export function customerOf(
  parts: Parts,
  customerId: string | undefined,
): Promise<CustomerRecord | undefined> {
  return customerId
    ? findCustomer(parts.store.db, parts.seal, customerId)
    : Promise.resolve(undefined);
}

import type { BrowserContext } from '@playwright/test';
import { consentsOf } from '#domain/flow/claim-walk.ts';
import { findFlow } from '#domain/claims/flows.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Answers } from '#domain/flow/types.ts';
import { completed } from '../../journeys/completed.ts';
import { journeys } from '../../journeys/journeys.ts';
import { sendPhoto } from '../../server/support/send-photo.ts';
import { Visitor } from '../../server/support/customer.ts';
import { invoicePhoto } from './photos.ts';

const visitor = (url: string) => new Visitor((path, init) => fetch(url + path, init));

/** A claim that its customer has just sent, and the customer, signed in in this browser too. */
export interface FiledClaim {
  id: string;
  customer: Visitor;
}

/**
 * Files the hospital claim of the journeys by the server's own API, and gives the browser the customer's session.
 * @param over answers that are other ones here
 */
export async function fileClaim(
  context: BrowserContext,
  url: string,
  phone: string,
  over: Answers = {},
): Promise<FiledClaim> {
  const journey = journeys().find(({ name }) => name === 'hospital-at-70');
  const flow = findFlow('hospital');
  if (!journey || !flow) throw new Error('no hospital claim to file');
  const customer = visitor(url);
  // Another test may just have asked for a code of this phone.
  await customer.post('/api/test/clock', { advanceSeconds: 3700 });
  const { status } = await customer.signIn(phone);
  if (status >= 300) throw new Error(`${phone} is not signed in: ${status}`);
  const { body: draft } = await customer.post<Draft>('/api/drafts', { flow: flow.id });
  const photo = async (seed: number, field: string) =>
    (await sendPhoto(customer, { draftId: draft.id, field }, (await invoicePhoto(seed)).buffer)).id;
  const seed = Number(phone.slice(-4)) * 10;
  const given: Answers = {
    ...journey.answers,
    invoicePhotos: [await photo(seed, 'invoicePhotos')],
    dischargePhotos: [await photo(seed + 1, 'dischargePhotos')],
    ...over,
  };
  const saved = await customer.saveAnswers(draft, completed(flow, given, { today: draft.today }));
  const sent = await customer.submit(saved.id, {}, { consents: consentsOf(flow, saved.answers) });
  if (sent.status >= 300) throw new Error(`no claim: ${JSON.stringify(sent.body)}`);
  await context.addCookies([...customer.cookies].map(([name, value]) => ({ name, value, url })));
  return { id: sent.body.id, customer };
}

/** Somebody of the insurer, signed in at the desk. */
export async function atDesk(url: string, username = 'agent1'): Promise<Visitor> {
  const staff = visitor(url);
  await staff.post('/api/staff/sessions', { username, password: 'silverlane-demo' });
  return staff;
}

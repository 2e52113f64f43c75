import { findFlow } from '#domain/claims/flows.ts';
import { consentsOf } from '#domain/flow/claim-walk.ts';
import type { Draft } from '#domain/api/draft.ts';
import { sendPhoto } from '../../server/support/send-photo.ts';
import { Visitor } from '../../server/support/customer.ts';
import { invoicePhoto } from '../support/photos.ts';
import type { Journey } from '../../journeys/journeys.ts';
import { answersOf, walkedJourneys } from './questions.ts';

/** Whoever opens a page: what they brought with them. */
export type Person = 'stranger' | 'customer' | 'newcomer' | 'staff';

export interface People {
  cookiesOf: (person: Person) => { name: string; value: string; url: string }[];
  claimId: string;
  conversationId: string;
}

const visitor = (url: string) => new Visitor((path, init) => fetch(url + path, init));

async function signedIn(url: string, phone: string): Promise<Visitor> {
  const one = visitor(url);
  const { status } = await one.signIn(phone);
  if (status >= 300) throw new Error(`${phone} is not signed in: ${status}`);
  return one;
}

/** A claim in the making with every question of this journey answered. */
async function draftOf(one: Visitor, journey: Journey): Promise<Draft> {
  const { body: draft } = await one.post<Draft>('/api/drafts', { flow: journey.claim });
  const { buffer } = await invoicePhoto(1);
  const photo = async (field: string) =>
    (await sendPhoto(one, { draftId: draft.id, field }, buffer)).id;
  return one.saveAnswers(draft, await answersOf(journey, draft.today, photo));
}

async function send(one: Visitor, { id, answers }: Draft, { claim }: Journey): Promise<string> {
  const flow = findFlow(claim);
  const consents = flow ? consentsOf(flow, answers) : [];
  const { status, body } = await one.submit(id, {}, { consents });
  if (status >= 300) throw new Error(`no claim: ${JSON.stringify(body)}`);
  return body.id;
}

/**
 * Fills a server with real data by its own API: a customer with a claim, complete drafts and a place in the queue, a
 * newcomer without anything, an agent at a desk.
 */
export async function fillServer(url: string): Promise<People> {
  const customer = await signedIn(url, '13800000001');
  const [main] = walkedJourneys;
  if (!main) throw new Error('no journey to walk');
  const claimId = await send(customer, await draftOf(customer, main), main);
  for (const journey of walkedJourneys) await draftOf(customer, journey);
  const help = await customer.post<{ conversationId: string }>('/api/help-requests', {
    page: '/claims/new/hospital/payout',
    step: 'payout',
    flow: 'hospital',
    mode: 'senior',
    lng: 'zh-CN',
  });
  const newcomer = await signedIn(url, '13800000009');
  const staff = visitor(url);
  await staff.post('/api/staff/sessions', { username: 'agent1', password: 'silverlane-demo' });
  const bags: Record<Person, Visitor> = { stranger: visitor(url), customer, newcomer, staff };
  return {
    cookiesOf: (person) => [...bags[person].cookies].map(([name, value]) => ({ name, value, url })),
    claimId,
    conversationId: help.body.conversationId,
  };
}

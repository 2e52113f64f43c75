import { UNKNOWN, type Answers } from '#domain/flow/types.ts';
import { sendPhoto } from '../../server/support/send-photo.ts';
import { CARD, Visitor } from '../../server/support/customer.ts';
import { invoicePhoto } from '../support/photos.ts';

/** Whoever opens a page: what they brought with them. */
export type Person = 'stranger' | 'customer' | 'newcomer' | 'staff';

export interface People {
  cookiesOf: (person: Person) => { name: string; value: string; url: string }[];
  claimId: string;
  conversationId: string;
}

/** Every question of a hospital claim answered: with a new card, which is the longest way. */
const answers: Answers = {
  cause: 'illness',
  admittedOn: '2026-11-02',
  discharged: true,
  dischargedOn: '2026-11-09',
  healthConsent: true,
  amountFen: 268_050,
  payoutTo: 'newCard',
  bankConsent: true,
  payeeName: '王秀兰',
  payeeCard: CARD,
};

const visitor = (url: string) => new Visitor((path, init) => fetch(url + path, init));

async function signedIn(url: string, phone: string): Promise<Visitor> {
  const one = visitor(url);
  const { status } = await one.signIn(phone);
  if (status >= 300) throw new Error(`${phone} is not signed in: ${status}`);
  return one;
}

async function draftWithPhoto(one: Visitor, over: Answers = {}) {
  const draft = await one.draftWith('hospital', { ...answers, ...over });
  const { buffer } = await invoicePhoto(1);
  const { id } = await sendPhoto(one, { draftId: draft.id }, buffer);
  return one.saveAnswers(draft, { invoicePhotos: [id] });
}

/**
 * Fills a server with real data by its own API: a customer with a claim, a complete draft and a place in the queue, a
 * newcomer without anything, an agent at a desk.
 */
export async function fillServer(url: string): Promise<People> {
  const customer = await signedIn(url, '13800000001');
  const sent = await draftWithPhoto(customer, { amountFen: UNKNOWN });
  const receipt = await customer.submit(sent.id);
  if (receipt.status >= 300) throw new Error(`no claim: ${JSON.stringify(receipt.body)}`);
  await draftWithPhoto(customer);
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
    claimId: receipt.body.id,
    conversationId: help.body.conversationId,
  };
}

import type { Problem } from '#domain/api/problem.ts';
import type { StaffMember, StaffRole } from '#domain/api/staff.ts';
import { DEMO_STAFF_PASSWORD } from '#server/services/staff/demo-staff.ts';
import { completeDraft, outpatientAnswers, visit, Visitor, type Reply } from './customer.ts';
import type { TestServer } from './harness.ts';
import { phoneJpeg } from './photo-files.ts';
import { sendPhoto } from './send-photo.ts';

/** A demo customer of the demo insurer. */
export const PHONE = '13800000001';
/** What a guess costs is shown in passwords.test.ts. */
export const cheap = { log2N: 10, r: 8, p: 1 };

/** A browser at an address of its own. */
export function visitFrom(server: TestServer, remoteAddress: string): Visitor {
  const env = { incoming: { socket: { remoteAddress } } };
  return new Visitor(async (path, init) => server.app.request(path, init, env));
}

/** Signs a member of staff in on a visitor's browser. */
export function signIn(
  visitor: Visitor,
  username: string,
  password = DEMO_STAFF_PASSWORD,
): Promise<Reply<StaffMember & Problem>> {
  return visitor.post('/api/staff/sessions', { username, password });
}

/** A browser in which the first member of this role is signed in. */
export async function staffOf(server: TestServer, role: StaffRole): Promise<Visitor> {
  const visitor = visit(server);
  const reply = await signIn(visitor, `${role}1`);
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.body.code}`);
  return visitor;
}

/** A claim with one photo, and a second photo that its customer left out of it. */
export async function claimWithPhoto(
  server: TestServer,
): Promise<{ customer: Visitor; claimId: string; photo: string; loose: string }> {
  // Codes are sent so often only; the time of the test is cheap.
  server.parts.clock.advance(24 * 3_600_000);
  const customer = visit(server);
  await customer.signIn(PHONE);
  const draft = await customer.draftWith('outpatient', outpatientAnswers);
  const { id: photo } = await sendPhoto(customer, { draftId: draft.id }, await phoneJpeg());
  const { id: loose } = await sendPhoto(customer, { draftId: draft.id }, await phoneJpeg());
  await completeDraft(customer, draft, { invoicePhotos: [photo] });
  const sent = await customer.submit(draft.id);
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return { customer, claimId: sent.body.id, photo, loose };
}

/** What was written down under this action. */
export async function auditOf(
  server: TestServer,
  action: string,
): Promise<{ actor_id: string | null; subject_id: string; detail: string }[]> {
  return server.parts.store.db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', action)
    .execute();
}

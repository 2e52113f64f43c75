import type { Appointment, NewAppointment, StaffTask } from '#domain/api/appointment.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import { visit, type Visitor } from './customer.ts';
import type { TestServer } from './harness.ts';

export const ADDRESS = '云江省青石市中山路 28 号 3 单元 402 室';

export async function signedIn(server: TestServer, phone: string): Promise<Visitor> {
  // Codes are sent so often only.
  server.parts.clock.advance(120_000);
  const visitor = visit(server);
  await visitor.signIn(phone);
  return visitor;
}

export const begin = async (visitor: Visitor): Promise<Draft> =>
  (await visitor.post<Draft>('/api/drafts', { flow: 'outpatient' })).body;
export const book = (visitor: Visitor, body: NewAppointment, key?: string) =>
  visitor.post<Appointment & Problem>(
    '/api/appointments',
    body,
    key ? { 'idempotency-key': key } : {},
  );
export const offered = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.get<{ days: string[] }>('/api/appointments/days')).body.days;
export const mine = async (visitor: Visitor) =>
  (await visitor.get<{ appointments: Appointment[] }>('/api/appointments')).body.appointments;
export const tasksOf = async (staff: Visitor): Promise<StaffTask[]> =>
  (await staff.get<{ tasks: StaffTask[] }>('/api/staff/tasks')).body.tasks;

export async function visitFor(visitor: Visitor, draftId: string): Promise<Appointment> {
  const [day] = await offered(visitor);
  const made = await book(visitor, {
    draftId,
    kind: 'visit',
    papers: ['invoicePhotos'],
    day,
    part: 'morning',
    address: ADDRESS,
  });
  if (made.status !== 201) throw new Error(`not booked: ${JSON.stringify(made.body)}`);
  return made.body;
}

export async function textsTo(visitor: Visitor, phone: string): Promise<string[]> {
  const { body } = await visitor.get<{ messages: { to: string; text: string; purpose: string }[] }>(
    '/api/test/outbox',
  );
  return body.messages
    .filter((one) => one.to === phone && one.purpose !== 'code')
    .map((one) => one.text);
}

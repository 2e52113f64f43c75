import type { Sms } from './sms.ts';

/** Sends nothing: what it is given is in the `message` table already, where /demo/phone reads it. */
export function createDemoSms(): Sms {
  return { kind: 'demo', send: () => Promise.resolve() };
}

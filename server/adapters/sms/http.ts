import { callHttp } from '../http-call.ts';
import { SmsError, type Sms } from './sms.ts';

/** The insurer's gateway behind HTTP: `POST <url> { id, to, text }` with the id as Idempotency-Key. */
export function createHttpSms(options: { url: string; token?: string; timeoutMs?: number }): Sms {
  return {
    kind: 'http',
    send: async ({ id, to, text }) => {
      let response: Response;
      try {
        response = await callHttp({
          method: 'POST',
          url: options.url,
          body: { id, to, text },
          idempotencyKey: id,
          token: options.token,
          timeoutMs: options.timeoutMs ?? 5000,
          // The job tries again later, with longer pauses than a call should wait.
          tries: 1,
        });
      } catch (cause) {
        throw new SmsError('the SMS gateway was not reached', { cause });
      }
      if (!response.ok && response.status !== 409)
        throw new SmsError(`the SMS gateway answered ${response.status}`);
    },
  };
}

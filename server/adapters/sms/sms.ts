/** Sends a text. The demo one keeps it for /demo/phone; the HTTP one hands it to the insurer's gateway. */
export interface Sms {
  readonly kind: 'demo' | 'http';
  /**
   * Sends once; called again with the same id after a doubtful failure, the gateway must not send twice.
   * @throws SmsError when it was not taken: the sender tries again later
   */
  send(message: { id: string; to: string; text: string }): Promise<void>;
}

export class SmsError extends Error {
  override name = 'SmsError';
}

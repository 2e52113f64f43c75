/** What the server needs of WeChat so that a page may ask it for photos. */
export interface WeChat {
  readonly kind: 'none' | 'http';
  /** Public: the page tells it to WeChat. Absent: not set up. */
  readonly appId?: string;
  /** The ticket that signs addresses of ours. @throws WeChatError */
  ticket: () => Promise<string>;
}

/** WeChat was not reached or refused; the message holds its code and no secret. */
export class WeChatError extends Error {
  override name = 'WeChatError';
}

/** A text that the demo has sent, as the demo phone shows it. Demo and test only. */
export interface DemoMessage {
  id: string;
  channel: 'sms' | 'wechat';
  to: string;
  text: string;
  at: string;
}

import type { Context } from 'hono';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Speak } from './sse.ts';
import type { Lng } from './words.ts';

/** Who asks: a session, and its customer once signed in. */
export interface Who {
  sessionId: string;
  customerId?: string;
}

export interface AppEnv {
  Variables: {
    lng: Lng;
    /** Read once per request by `readWho`; null when the request has no session. */
    who: Who | null | undefined;
    /** What speaks on the stream that the request is answered with. */
    speak: Speak | undefined;
  };
}

export type App = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;

/** What new rows are owned by: the customer where signed in, else the session. */
export function ownerOf(who: Who): string {
  return who.customerId ? `c:${who.customerId}` : `s:${who.sessionId}`;
}

/** All owners whose rows this person may read: rows written during the sign-in itself still carry the session. */
export function ownersOf(who: Who): string[] {
  return who.customerId ? [`c:${who.customerId}`, `s:${who.sessionId}`] : [`s:${who.sessionId}`];
}

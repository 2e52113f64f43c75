import { OpenAPIHono } from '@hono/zod-openapi';
import { answerError, refuseUnknown, readInvalid } from './http/errors.ts';
import type { App, AppEnv } from './http/context.ts';
import { readLng } from './http/lng.ts';
import type { Parts } from './parts.ts';
import { healthRoutes } from './routes/health.ts';

/** The whole server, not listening: tests call it directly by `app.request()`. */
export function createApp(parts: Parts): App {
  const app: App = new OpenAPIHono<AppEnv>({ defaultHook: readInvalid });
  app.onError((error, c) => answerError(error, c, parts));
  app.use(readLng());

  healthRoutes(app, parts);

  app.get('*', async (c, next) => (await parts.pages.answer(c, parts)) ?? next());
  app.notFound((c) => refuseUnknown(c, app));
  return app;
}

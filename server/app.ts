import { OpenAPIHono } from '@hono/zod-openapi';
import { answerError, readInvalid, refuseUnknown } from './http/errors.ts';
import type { App, AppEnv } from './http/context.ts';
import { limitBody } from './http/limits.ts';
import { readLng } from './http/lng.ts';
import { createMetrics } from './http/metrics.ts';
import { checkOrigin } from './http/origin.ts';
import { refuseStaff } from './http/refuse-staff.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Parts } from './parts.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { branchRoutes } from './routes/branches.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { claimActionRoutes } from './routes/claim-actions.ts';
import { claimRoutes } from './routes/claims.ts';
import { conversationActRoutes } from './routes/conversation-acts.ts';
import { conversationMediaRoutes } from './routes/conversation-media.ts';
import { conversationLogRoutes } from './routes/conversation-log.ts';
import { configRoutes } from './routes/config.ts';
import { demoRoutes } from './routes/demo.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { helpRoutes } from './routes/help.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { serviceFigureRoutes } from './routes/service-figures.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { staffLinkRoutes } from './routes/staff-links.ts';
import { speechRoutes } from './routes/speech.ts';
import { staffCallbackRoutes } from './routes/staff-callbacks.ts';
import { staffClaimActionRoutes } from './routes/staff-claim-actions.ts';
import { staffQueueRoutes } from './routes/staff-queue.ts';
import { staffRoutes } from './routes/staff.ts';
import { staffTaskRoutes } from './routes/staff-tasks.ts';
import { testModeRoutes } from './routes/test-mode.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { wechatRoutes } from './routes/wechat.ts';

/** The whole server, not listening: tests call it directly by `app.request()`. */
export function createApp(parts: Parts): App {
  const app: App = new OpenAPIHono<AppEnv>({ defaultHook: readInvalid });
  const metrics = createMetrics();
  app.onError((error, c) => answerError(error, c, parts));
  app.use(metrics.count, securityHeaders(parts), readLng());
  app.use('/api/*', checkOrigin(parts.config), limitBody(), refuseStaff(parts));

  healthRoutes(app, parts);
  metricsRoutes(app, parts, metrics);
  configRoutes(app, parts);
  sessionRoutes(app, parts);
  draftRoutes(app, parts);
  uploadRoutes(app, parts);
  documentRoutes(app, parts);
  claimRoutes(app, parts);
  claimActionRoutes(app, parts);
  appointmentRoutes(app, parts);
  eventRoutes(app, parts);
  helpRoutes(app, parts);
  conversationLogRoutes(app, parts);
  conversationActRoutes(app, parts);
  conversationMediaRoutes(app, parts);
  callbackRoutes(app, parts);
  proposalRoutes(app, parts);
  branchRoutes(app, parts);
  serviceFigureRoutes(app, parts);
  speechRoutes(app, parts);
  wechatRoutes(app, parts);
  staffRoutes(app, parts);
  staffQueueRoutes(app, parts);
  staffCallbackRoutes(app, parts);
  staffClaimActionRoutes(app, parts);
  staffLinkRoutes(app, parts);
  staffTaskRoutes(app, parts);
  demoRoutes(app, parts);
  testModeRoutes(app, parts);
  openApiRoutes(app);

  // Pages and assets: whatever the API does not answer.
  app.get('*', async (c, next) => {
    const isApi = c.req.path.startsWith('/api/');
    return (isApi ? undefined : await parts.pages.answer(c, parts)) ?? next();
  });
  app.notFound((c) => refuseUnknown(c, app));
  return app;
}

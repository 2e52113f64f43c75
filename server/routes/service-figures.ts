import { createRoute } from '@hono/zod-openapi';
import type { ServiceFigures } from '#domain/api/service-figures.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import { ServiceFiguresSchema } from '../http/staff-queue-schemas.ts';
import type { Parts } from '../parts.ts';
import { serviceFigures } from '../services/handoff/queue-figures.ts';

/** Counted anew after this long: everybody may ask, and a week's rows are not read for each. */
const KEEP_MS = 60_000;

const see = createRoute({
  method: 'get',
  path: '/api/service-figures',
  tags: ['help'],
  summary: 'How soon people were answered within the last week, by age group (H9)',
  responses: { 200: jsonAnswer('The figures', ServiceFiguresSchema) },
});

export function serviceFigureRoutes(app: App, parts: Parts): void {
  let kept: { at: number; figures: Promise<ServiceFigures> } | undefined;
  app.openapi(see, async (c) => {
    const now = parts.clock.now();
    if (!kept || now - kept.at >= KEEP_MS || now < kept.at) {
      const figures = serviceFigures(parts);
      kept = { at: now, figures };
      // What could not be counted is asked again by the next, not kept.
      figures.catch(() => (kept = undefined));
    }
    return c.json(await kept.figures, 200);
  });
}

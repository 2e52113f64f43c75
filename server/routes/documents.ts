import { createRoute, z } from '@hono/zod-openapi';
import { pathId } from '../http/answers.ts';
import { IdParam } from '../http/api-schemas.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import { readWho } from '../http/sessions.ts';
import { readStaff } from '../http/staff.ts';
import type { Parts } from '../parts.ts';
import { openPhoto } from '../services/open-photo.ts';
import { KEPT_TYPE } from '../services/photos/photo-result.ts';

const image = createRoute({
  method: 'get',
  path: '/api/documents/{id}/image',
  tags: ['photos'],
  summary: 'A photo as we keep it: for its owner, and for staff once it is part of a claim',
  request: {
    params: IdParam,
    query: z.object({ size: z.enum(['thumb', 'full']).default('full') }),
  },
  responses: {
    200: {
      description: 'JPEG, upright, without metadata',
      content: { [KEPT_TYPE]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    404: problemAnswer('No such photo for this visitor'),
  },
});

export function documentRoutes(app: App, parts: Parts): void {
  app.openapi(image, async (c) => {
    const id = pathId(c.req.valid('param').id);
    const { size } = c.req.valid('query');
    const [who, staff] = [await readWho(c, parts), await readStaff(c, parts)];
    const bytes = await openPhoto(parts, { who, staff }, id, size);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': KEPT_TYPE,
      'content-length': String(bytes.byteLength),
      'content-disposition': 'inline; filename="photo.jpg"',
      // Health papers: kept by no cache, run by no browser.
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}

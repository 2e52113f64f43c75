import { createRoute, z } from '@hono/zod-openapi';
import { commonProblems, jsonAnswer, notFoundProblem } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';
import { signWeChatPage } from '../services/sign-wechat-page.ts';

const SignatureSchema = z
  .object({
    appId: z.string(),
    timestamp: z.int().openapi({ description: 'Seconds since 1970' }),
    nonceStr: z.string(),
    signature: z.string(),
  })
  .openapi('WeChatSignature');

const sign = createRoute({
  method: 'get',
  path: '/api/wechat/signature',
  tags: ['pages'],
  summary: 'Lets a page of ours ask WeChat for photos; 404 where WeChat is not set up',
  request: {
    query: z.object({
      url: z.url().max(2000).openapi({ description: 'The address of the page, without #' }),
    }),
  },
  responses: {
    200: jsonAnswer('Signature', SignatureSchema),
    ...notFoundProblem,
    ...commonProblems,
    503: problemAnswer('WeChat gives no ticket now'),
  },
});

export function wechatRoutes(app: App, parts: Parts): void {
  app.openapi(sign, async (c) => {
    const here = new URL(c.req.url);
    const host = c.req.header('host') ?? here.host;
    const origin = parts.config.publicUrl ?? `${here.protocol}//${host}`;
    const answer = await signWeChatPage(parts, c.req.valid('query').url, origin);
    c.header('Cache-Control', 'no-store');
    return c.json(answer, 200);
  });
}

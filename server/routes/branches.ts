import { createRoute, z } from '@hono/zod-openapi';
import { branchLevels } from '#domain/api/branch.ts';
import { InsurerUnavailableError } from '../adapters/insurer/insurer.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { App } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import { problemAnswer } from '../http/schemas.ts';
import type { Parts } from '../parts.ts';

const BranchListSchema = z
  .object({
    branches: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.enum(branchLevels),
        address: z.string(),
        phone: z.string(),
        hours: z.string().openapi({ example: '08:30-17:00' }),
        aids: z
          .array(z.string())
          .openapi({ description: 'Ids; the words are in locales/<lng>/branches.json' }),
      }),
    ),
  })
  .openapi('BranchList');

const list = createRoute({
  method: 'get',
  path: '/api/branches',
  tags: ['branches'],
  summary: 'Branches with their aids',
  responses: {
    200: jsonAnswer('Branches', BranchListSchema),
    503: problemAnswer("The insurer's system cannot be reached"),
  },
});

export function branchRoutes(app: App, parts: Parts): void {
  app.openapi(list, async (c) => {
    try {
      const branches = await parts.insurer.listBranches();
      return c.json(
        { branches: branches.map((branch) => ({ ...branch, aids: [...branch.aids] })) },
        200,
      );
    } catch (cause) {
      if (!(cause instanceof InsurerUnavailableError)) throw cause;
      throw new ProblemError('insurer-unavailable', 503, {
        cause,
        headers: { 'retry-after': '30' },
      });
    }
  });
}

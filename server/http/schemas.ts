import { z } from '@hono/zod-openapi';

/** RFC 9457, as every error answers. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z
      .string()
      .openapi({ description: 'Stable; the words are in locales/<lng>/problems.json' }),
    detail: z.string().openapi({ description: 'For a customer, in the language of the request' }),
    errors: z
      .array(
        z.object({
          field: z.string(),
          code: z.string(),
          detail: z.string(),
          step: z.string().optional(),
        }),
      )
      .optional(),
  })
  .openapi('Problem');

/** A response entry of an OpenAPI route for an error. */
export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: ProblemSchema } } };
}

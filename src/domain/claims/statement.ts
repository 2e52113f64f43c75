import type { FieldSpec } from '../flow/types.ts';

/**
 * What happened in the customer's own voice, beside the first question of every kind of claim (E6): optional, so nobody
 * is held up by it. Its words count as an answer only where they were heard and the customer said yes to them.
 */
export const statementFields = {
  statement: { kind: 'statement' },
  statementText: {
    kind: 'text',
    maxLength: 2000,
    isOptional: true,
    isHeard: true,
    when: (answers) => answers.statement !== undefined,
  },
} as const satisfies Record<string, FieldSpec>;

/** Asked on the page of the first question, after it. */
export const statementAsked = ['statement', 'statementText'] as const;

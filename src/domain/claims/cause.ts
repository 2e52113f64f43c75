import type { Answers, FieldSpec, Step } from '../flow/types.ts';
import { statementAsked, statementFields } from './statement.ts';

export const isByAccident = (a: Answers) => a.cause === 'accident';

/** Why somebody needed a doctor, and where it was an accident, on which day. No paper says it for sure. */
export const causeFields = {
  ...statementFields,
  cause: { kind: 'choice', options: ['illness', 'accident'], fact: 'cause' },
  accidentOn: { kind: 'date', notAfter: 'today', allowUnknown: true },
} as const satisfies Record<string, FieldSpec>;

export const causeSteps: readonly Step[] = [
  { id: 'cause', section: 'event', ask: ['cause', ...statementAsked] },
  { id: 'accident-day', section: 'event', ask: ['accidentOn'], when: isByAccident },
];

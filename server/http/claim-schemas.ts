import { z } from '@hono/zod-openapi';
import {
  Id,
  Moment,
  AnswerValueSchema,
  PayablePolicySchema,
  AppointmentSchema,
  DocumentState,
  DocumentReason,
} from './api-schemas.ts';

/** Shapes of claims that several routes give. The types they must match are in src/domain/api/claim.ts. */

export const ReceiptSchema = z
  .object({
    id: Id,
    number: z.string().openapi({
      example: 'SL261121483924',
      description: 'SL, digits, the last a Luhn check digit',
    }),
    lane: z.enum(['green', 'priority', 'standard']),
    laneReasons: z
      .array(
        z.enum([
          'small-amount',
          'papers-complete',
          'age-first',
          'hardship-first',
          'amount-unknown',
          'amount-needs-review',
          'person-decides',
        ]),
      )
      .readonly(),
    ruleVersion: z.string(),
    promiseBy: Moment,
    clocks: z.array(z.object({ kind: z.string(), dueAt: Moment })).readonly(),
    withdrawUntil: Moment,
  })
  .openapi('ClaimReceipt');

const Status = z.enum([
  'received',
  'in-review',
  'papers-needed',
  'approved',
  'partly-approved',
  'refused',
  'paid',
  'withdrawn',
  'reopened',
]);

export const ClaimSummarySchema = z
  .object({
    id: Id,
    number: z.string(),
    flow: z.string(),
    status: Status,
    submittedAt: Moment,
    promiseBy: Moment,
    isLate: z.boolean().optional(),
  })
  .openapi('ClaimSummary');

export const ClaimListSchema = z
  .object({ claims: z.array(ClaimSummarySchema) })
  .openapi('ClaimList');

export const DecisionSchema = z
  .object({
    outcome: z.enum(['approved', 'partly-approved', 'refused']),
    amountFen: z.int().optional(),
    clause: z.string().optional(),
    words: z.string().optional(),
    decidedAt: Moment,
    decidedBy: z.union([
      z.object({ kind: z.literal('machine') }),
      z.object({ kind: z.literal('staff'), name: z.string() }),
    ]),
    payBy: Moment.optional(),
  })
  .openapi('ClaimDecision');

export const ClaimSchema = ReceiptSchema.extend({
  flow: z.string(),
  flowVersion: z.int(),
  status: Status,
  submittedAt: Moment,
  timeline: z.array(z.object({ at: Moment, kind: z.string(), actor: z.string() })).readonly(),
  documents: z
    .array(
      z.object({
        id: Id,
        kind: z.string(),
        state: DocumentState,
        reason: DocumentReason.optional(),
        media: z.enum(['audio', 'video']).optional(),
        seconds: z.int().optional(),
        pages: z.int().optional(),
        turned: z.int().optional(),
      }),
    )
    .readonly(),
  answers: z
    .record(z.string(), AnswerValueSchema)
    .readonly()
    .openapi({ description: 'What was sent, numbers of bank cards masked' }),
  steps: z
    .array(
      z.object({
        id: z.enum(['received', 'papers', 'review', 'decision', 'payment', 'closed']),
        state: z.enum(['done', 'now', 'next']),
        at: Moment.optional(),
        by: Moment.optional(),
        isLate: z.boolean().optional(),
      }),
    )
    .readonly(),
  decision: DecisionSchema.optional(),
  neededPapers: z
    .array(z.object({ field: z.string(), reason: z.string(), isHere: z.boolean() }))
    .readonly()
    .optional(),
  payment: z
    .object({
      method: z.string(),
      amountFen: z.int(),
      state: z.enum(['waiting', 'held', 'paid']),
      paidAt: Moment.optional(),
      heldUntil: Moment.optional(),
    })
    .optional(),
  policies: z.array(PayablePolicySchema).readonly(),
  appointments: z.array(AppointmentSchema).readonly(),
  inCharge: z.object({ name: z.string(), phone: z.string(), hours: z.string() }).optional(),
  can: z.object({
    withdraw: z.boolean(),
    proceed: z.boolean(),
    askReview: z.boolean(),
    sendPapers: z.boolean(),
  }),
  draftId: Id.optional(),
  isLate: z.boolean(),
}).openapi('Claim');

import { z } from '@hono/zod-openapi';
import { alertKinds } from '#domain/lane/clocks.ts';
import { PaperReadingSchema } from './api-schemas.ts';
import { ClaimSchema, ClaimSummarySchema, DecisionSchema } from './claim-schemas.ts';

/** Shapes that only staff are answered with. The types they must match are in src/domain/api/staff.ts. */

const Moment = z.string().openapi({ format: 'date-time' });
const Task = z.enum(['decide', 'call-payee', 'pay-out']);
const Alert = z.enum(alertKinds);

export const StaffClaimRowSchema = ClaimSummarySchema.extend({
  customerName: z.string(),
  lane: z.string(),
  task: Task.optional(),
  alerts: z.array(Alert).readonly().optional(),
  inChargeName: z.string().optional(),
}).openapi('StaffClaimRow');

const PersonReason = z.enum([
  'not-green',
  'customer-unknown',
  'no-policy-in-force',
  'amount-unknown',
  'amount-differs',
  'over-small-claim',
  'over-policy-limit',
  'papers-missing',
  'answers-open',
  'other-insured',
  'other-payee',
  'contradicts',
  'also-filed',
  'insurer-asks',
  'insurer-away',
]);

const DeskSchema = z
  .object({
    task: Task.optional(),
    assessment: z
      .object({
        outcome: z.enum(['approve', 'person']),
        reasons: z.array(PersonReason).readonly(),
        at: Moment,
      })
      .optional(),
    alerts: z.array(z.object({ kind: Alert, at: Moment })).readonly(),
    decisions: z.array(DecisionSchema).readonly(),
    reviews: z.array(z.object({ askedAt: Moment })).readonly(),
    limitFen: z.int().optional(),
    paidFen: z.int(),
    claimedFen: z.int().optional(),
    paperFields: z.array(z.string()).readonly(),
    calls: z
      .array(
        z.object({
          at: Moment,
          by: z.string(),
          outcome: z.enum(['confirmed', 'not-reached', 'denied']),
        }),
      )
      .readonly(),
    audit: z
      .array(z.object({ at: Moment, who: z.string(), action: z.string(), detail: z.string() }))
      .readonly(),
    may: z.object({
      decide: z.boolean(),
      askPapers: z.boolean(),
      takePapers: z.boolean(),
      callPayee: z.boolean(),
      payOut: z.boolean(),
      takeCharge: z.boolean(),
    }),
    isForAnother: z.boolean(),
    plainWordsMin: z.int(),
    clauseMin: z.int(),
  })
  .openapi('ClaimDesk', { description: 'What only staff see, and what this member may do now' });

export const StaffClaimSchema = ClaimSchema.extend({
  customerName: z.string(),
  maskedPhone: z.string(),
  maskedFields: z.array(z.string()).readonly(),
  desk: DeskSchema,
  readings: z
    .array(z.object({ documentId: z.string(), reading: PaperReadingSchema }))
    .readonly()
    .optional(),
}).openapi('StaffClaim');

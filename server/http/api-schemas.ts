import { z } from '@hono/zod-openapi';

/** Shapes of answers that several routes give. The types they must match are in src/domain/api. */

export const Id = z.string().openapi({ example: 'b3f0c9de-6f1c-4c0e-9a53-0d1c8f1c2a11' });
/** Ids are ours: what does not look like one is not there, and never reaches a query. */
export const IdParam = z.object({ id: z.string() });
export const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'The same key and body gives the same answer and no second effect' }),
});
const Moment = z.string().openapi({ format: 'date-time' });

export const DisplaySchema = z
  .strictObject({
    mode: z.enum(['standard', 'senior']),
    text: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    contrast: z.enum(['normal', 'high']),
  })
  .openapi('Display', {
    description: 'How the pages look: a choice of the person, never a judgement of ours',
  });

export const CustomerSchema = z
  .object({
    id: Id,
    displayName: z.string(),
    maskedPhone: z.string().openapi({ example: '138****0001' }),
    ageBand: z.enum(['under60', '60to79', '80plus', 'unknown']),
    cardOnFile: z.object({ bank: z.string(), lastFour: z.string() }).optional(),
    display: DisplaySchema.optional(),
  })
  .openapi('Customer');

export const CustomerAnswer = z.object({ customer: CustomerSchema }).openapi('CustomerAnswer');

export const AnswerValueSchema = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])
  .openapi('AnswerValue', {
    description: 'Dates are YYYY-MM-DD, money is integer 分, photos are document ids',
  });

const DocumentState = z.enum(['received', 'rejected']);
const DocumentReason = z.enum(['not-a-photo', 'too-large', 'cannot-open']);

export const DraftSchema = z
  .object({
    id: Id,
    flow: z.string(),
    flowVersion: z.int(),
    version: z.int(),
    answers: z.record(z.string(), AnswerValueSchema).readonly(),
    writtenBy: z.record(z.string(), z.enum(['customer', 'staff', 'family'])).readonly(),
    documents: z
      .array(
        z.object({
          id: Id,
          field: z.string(),
          state: DocumentState,
          reason: DocumentReason.optional(),
        }),
      )
      .readonly(),
    today: z.string().openapi({ example: '2026-11-21' }),
  })
  .openapi('Draft');

export const DraftListSchema = z
  .object({
    drafts: z.array(z.object({ id: Id, flow: z.string(), version: z.int(), updatedAt: Moment })),
  })
  .openapi('DraftList');

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
        ]),
      )
      .readonly(),
    ruleVersion: z.string(),
    promiseBy: Moment,
    clocks: z.array(z.object({ kind: z.string(), dueAt: Moment })).readonly(),
    withdrawUntil: Moment,
  })
  .openapi('ClaimReceipt');

const Status = z.enum(['received', 'in-review', 'approved', 'paid', 'refused', 'withdrawn']);

export const ClaimSummarySchema = z
  .object({
    id: Id,
    number: z.string(),
    flow: z.string(),
    status: Status,
    submittedAt: Moment,
    promiseBy: Moment,
  })
  .openapi('ClaimSummary');

export const ClaimListSchema = z
  .object({ claims: z.array(ClaimSummarySchema) })
  .openapi('ClaimList');

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
      }),
    )
    .readonly(),
  answers: z
    .record(z.string(), AnswerValueSchema)
    .readonly()
    .openapi({ description: 'What was sent, numbers of bank cards masked' }),
}).openapi('Claim');

export const HelpRequestSchema = z
  .object({
    conversationId: Id,
    state: z.enum(['waiting', 'active', 'closed']),
    position: z.int().openapi({ description: '1 is next; 0 when an agent is there' }),
    waitSeconds: z.object({ low: z.int(), high: z.int() }).nullable(),
  })
  .openapi('HelpRequest');

export const EventsSchema = z
  .object({
    epoch: z.string(),
    lastSeq: z.int(),
    events: z.array(
      z.object({
        seq: z.int(),
        clientId: z.string(),
        kind: z.string(),
        actor: z.enum(['customer', 'agent', 'system']),
        body: z.record(z.string(), z.unknown()).readonly(),
        at: Moment,
      }),
    ),
  })
  .openapi('ConversationEvents');

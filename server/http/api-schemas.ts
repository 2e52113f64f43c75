import { z } from '@hono/zod-openapi';
import { factSources } from '#domain/drafts/facts.ts';

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
export const Moment = z.string().openapi({ format: 'date-time' });

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

const FactSourceSchema = z.enum(factSources);
const BoxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const InsuredSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    relation: z.enum(['self', 'spouse', 'parent', 'child', 'other']),
  })
  .openapi('Insured');

export const PayablePolicySchema = z
  .object({
    id: z.string(),
    product: z.string(),
    insuredId: z.string(),
    limitFen: z.int().optional(),
  })
  .openapi('PayablePolicy');

const NotPayingSchema = z
  .object({
    id: z.string(),
    product: z.string(),
    insuredId: z.string(),
    why: z.enum(['lapsed', 'not-yet']),
    day: z.string(),
  })
  .openapi('NotPaying', { description: 'A policy whose days do not hold the event' });

export const AppointmentSchema = z
  .object({
    id: Id,
    kind: z.enum(['branch', 'visit', 'post', 'family']),
    state: z.enum(['open', 'done', 'cancelled']),
    papers: z.array(z.string()).readonly(),
    draftId: Id.optional(),
    claimId: Id.optional(),
    day: z.string().optional(),
    part: z.enum(['morning', 'afternoon']).optional(),
    branchId: z.string().optional(),
    address: z.string().optional(),
    visitor: z.object({ name: z.string(), code: z.string() }).optional(),
    createdAt: Moment,
  })
  .openapi('Appointment', { description: 'How papers reach us without photos' });

export const DocumentState = z.enum(['received', 'checking', 'unreadable', 'rejected']);
export const DocumentReason = z.enum([
  'not-a-photo',
  'too-large',
  'cannot-open',
  'not-a-recording',
  'too-long',
  'pdf-locked',
  'pdf-too-long',
  'infected',
  'cannot-read',
  'other-paper',
  'next-page',
]);

/** See src/domain/papers/read/types.ts. */
export const PaperReadingSchema = z
  .object({
    kind: z.enum([
      'id-front',
      'id-back',
      'bank-card',
      'invoice-outpatient',
      'invoice-inpatient',
      'other',
    ]),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    fields: z
      .array(
        z.object({
          name: z.string(),
          value: z.union([z.string(), z.int()]),
          confidence: z.number(),
          box: BoxSchema,
          by: z.literal('staff').optional(),
        }),
      )
      .readonly(),
    filePage: z.int().optional(),
    textLines: z.int().optional(),
    pages: z.object({ page: z.int(), of: z.int() }).optional(),
  })
  .openapi('PaperReading');

export const DraftDocumentSchema = z
  .object({
    id: Id,
    field: z.string(),
    state: DocumentState,
    reason: DocumentReason.optional(),
    reading: PaperReadingSchema.optional(),
    media: z.enum(['audio', 'video']).optional(),
    seconds: z.int().optional(),
    pages: z.int().optional().openapi({ description: 'Of a PDF; absent: one' }),
    turned: z.int().optional().openapi({ description: 'Quarters clockwise; absent: as it came' }),
    isLeft: z
      .boolean()
      .optional()
      .openapi({ description: 'Its owner leaves it as it is, whatever was remarked on it' }),
  })
  .openapi('DraftDocument');

export const DraftSchema = z
  .object({
    id: Id,
    flow: z.string(),
    flowVersion: z.int(),
    version: z.int(),
    answers: z.record(z.string(), AnswerValueSchema).readonly(),
    writtenBy: z.record(z.string(), z.enum(['customer', 'staff', 'family'])).readonly(),
    documents: z.array(DraftDocumentSchema).readonly(),
    today: z.string().openapi({ example: '2026-11-21' }),
    known: z
      .array(
        z.object({
          name: z.string(),
          value: AnswerValueSchema,
          source: FactSourceSchema,
          documentId: Id.optional(),
          box: BoxSchema.optional(),
        }),
      )
      .readonly()
      .optional(),
    insureds: z.array(InsuredSchema).readonly().optional(),
    policies: z.array(PayablePolicySchema).readonly().optional(),
    notPaying: z.array(NotPayingSchema).readonly().optional(),
    sources: z.record(z.string(), FactSourceSchema).readonly().optional(),
    isAlsoFiled: z.boolean().optional(),
  })
  .openapi('Draft');

export const DraftListSchema = z
  .object({
    drafts: z.array(z.object({ id: Id, flow: z.string(), version: z.int(), updatedAt: Moment })),
  })
  .openapi('DraftList');

export const WaitBandSchema = z.object({ low: z.int(), high: z.int() });

export const CallbackSchema = z
  .object({
    id: Id,
    conversationId: Id,
    state: z.enum(['waiting', 'done', 'left', 'cancelled']),
    at: Moment.optional(),
    maskedPhone: z.string(),
    tries: z.int(),
  })
  .openapi('Callback');

export const HelpRequestSchema = z
  .object({
    conversationId: Id,
    state: z.enum(['waiting', 'active', 'closed']),
    position: z.int().openapi({ description: '1 is next; 0 when an agent is there' }),
    waitSeconds: WaitBandSchema.nullable(),
    isOpen: z.boolean().openapi({ description: 'People are there by the hours of the house' }),
    opensAt: Moment.optional(),
    offersCallback: z.boolean(),
    callback: CallbackSchema.optional(),
    staffName: z.string().optional(),
  })
  .openapi('HelpRequest');

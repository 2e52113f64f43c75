import { z } from '@hono/zod-openapi';
import { takeReasons } from '#domain/handoff/take-reasons.ts';
import { AnswerValueSchema, CallbackSchema, Id } from './api-schemas.ts';
import { ReceiptsSchema } from './conversation-schemas.ts';

/** Shapes of queue and desk. The types they must match are in src/domain/api/staff-queue.ts. */

const Moment = z.string().openapi({ format: 'date-time' });
const AgeBand = z.enum(['under60', '60to79', '80plus', 'unknown']);
const Wants = z.enum(['chat', 'call']);
const State = z.enum(['waiting', 'active', 'closed']);
const Words = z.array(z.string()).readonly();

export const PresenceSchema = z
  .object({
    state: z.enum(['available', 'away']),
    capacity: z.int(),
    active: z.int(),
    skills: Words,
    missedOffers: z.literal(true).optional(),
  })
  .openapi('Presence');

export const StaffQueueSchema = z
  .object({
    requests: z
      .array(
        z.object({
          conversationId: Id,
          state: State,
          position: z.int(),
          page: z.string(),
          step: z.string().optional(),
          flow: z.string().optional(),
          mode: z.string(),
          lng: z.string(),
          customerName: z.string().optional(),
          maskedPhone: z.string().optional(),
          enqueuedAt: Moment,
          asked: z.int(),
          wants: Wants,
          ageBand: AgeBand,
          needs: Words,
          why: z.object({ waitedSeconds: z.int(), creditSeconds: z.int(), rankAt: Moment }),
          notBefore: Moment.optional(),
          offeredToName: z.string().optional(),
          takenByName: z.string().optional(),
          isMine: z.boolean(),
        }),
      )
      .readonly(),
    nextId: Id.optional(),
  })
  .openapi('StaffQueue');

export const StaffNoteSchema = z
  .object({ id: Id, text: z.string(), staffName: z.string(), at: Moment })
  .openapi('StaffNote');

export const ProposalSchema = z
  .object({
    id: Id,
    draftId: Id,
    field: z.string(),
    value: AnswerValueSchema,
    state: z.enum(['open', 'accepted', 'declined']),
    staffName: z.string(),
    at: Moment,
  })
  .openapi('Proposal');

const SharedDraftSchema = z
  .object({
    id: Id,
    flow: z.string(),
    version: z.int(),
    answers: z.record(z.string(), AnswerValueSchema).readonly(),
    maskedFields: Words,
    customerOnly: Words,
  })
  .openapi('SharedDraft');

export const ContextSchema = z
  .object({
    conversationId: Id,
    state: State,
    wants: Wants,
    page: z.string(),
    step: z.string().optional(),
    flow: z.string().optional(),
    mode: z.string(),
    lng: z.string(),
    needs: Words,
    tried: Words,
    asked: z.int(),
    customerName: z.string(),
    maskedPhone: z.string().optional(),
    ageBand: AgeBand,
    askedAt: Moment,
    takenAt: Moment.optional(),
    takenByName: z.string().optional(),
    isMine: z.boolean(),
    draft: SharedDraftSchema.optional(),
    proposals: z.array(ProposalSchema).readonly(),
    claims: z
      .array(z.object({ id: Id, number: z.string(), flow: z.string(), status: z.string() }))
      .readonly(),
    notes: z.array(StaffNoteSchema).readonly(),
    receipts: ReceiptsSchema,
    lastSeq: z.int(),
    callback: CallbackSchema.omit({ conversationId: true }).optional(),
  })
  .openapi('ConversationContext');

const Share = z.number().nullable();
const WaitGroups = z
  .array(
    z.object({
      ageBand: z.enum([...AgeBand.options, 'all']),
      waiting: z.int(),
      longestWaitSeconds: z.int(),
      answered: z.int(),
      medianSeconds: Share,
      p90Seconds: Share,
      within15: Share,
      within20: Share,
      within30: Share,
      abandoned: z.int(),
    }),
  )
  .readonly();

export const ServiceFiguresSchema = z
  .object({ since: Moment, groups: WaitGroups })
  .openapi('ServiceFigures');

export const FiguresSchema = z
  .object({
    since: Moment,
    available: z.int(),
    slots: z.int(),
    groups: WaitGroups,
    picked: z.object({
      times: z.int(),
      overtaken: z.int(),
      reasons: z.array(z.object({ reason: z.enum(takeReasons), times: z.int() })).readonly(),
    }),
    quarters: z
      .array(z.object({ at: Moment, asked: z.int(), answered: z.int(), medianSeconds: Share }))
      .readonly(),
  })
  .openapi('QueueFigures');

export const ColleaguesSchema = z
  .object({
    colleagues: z
      .array(
        z.object({
          id: Id,
          displayName: z.string(),
          role: z.enum(['agent', 'counter', 'supervisor']),
          state: z.enum(['available', 'away']),
          isThere: z.boolean(),
          room: z.int(),
          skills: Words,
        }),
      )
      .readonly(),
  })
  .openapi('Colleagues');

export const StaffCallbackSchema = CallbackSchema.omit({ tries: true })
  .extend({
    customerName: z.string(),
    tries: z.array(z.object({ at: Moment, outcome: z.string(), staffName: z.string() })).readonly(),
  })
  .openapi('StaffCallback');

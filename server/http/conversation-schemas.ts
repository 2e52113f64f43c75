import { z } from '@hono/zod-openapi';
import { callEndReasons } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { CallbackSchema, Id, WaitBandSchema } from './api-schemas.ts';

const Moment = z.string().openapi({ format: 'date-time' });
const Word = z.string().regex(/^[\w-]{1,100}$/);
const Seq = z.int().min(0);

export const CallId = z.string().regex(/^[\w-]{1,64}$/);
const Sdp = z.string().min(1).max(handoffLimits.sdpLength);
const message = z
  .strictObject({
    text: z.string().trim().min(1).max(handoffLimits.textLength).optional(),
    fileId: Id.optional(),
    answers: Seq.optional(),
  })
  .refine((body) => body.text !== undefined || body.fileId !== undefined, 'message-empty');

const eventOf = <K extends string, T extends z.ZodType>(kind: K, body: T) =>
  z.strictObject({ clientId: Word, kind: z.literal(kind), body });

/** What may be written into a log, by its kind. Who may write which is the service's to say. */
export const EventToPostSchema = z
  .discriminatedUnion('kind', [
    eventOf('message', message),
    eventOf(
      'voice-note',
      z.strictObject({ fileId: Id, seconds: z.int().min(1).max(handoffLimits.voiceNoteSeconds) }),
    ),
    eventOf(
      'pointed',
      z.strictObject({ draftId: Id, field: Word.optional(), step: Word.optional() }),
    ),
    eventOf('call-offer', z.strictObject({ callId: CallId, sdp: Sdp })),
    eventOf('call-answer', z.strictObject({ callId: CallId, sdp: Sdp })),
    eventOf(
      'call-candidate',
      z.strictObject({
        callId: CallId,
        candidate: z
          .strictObject({
            candidate: z.string().max(2000).optional(),
            sdpMid: z.string().max(100).nullable().optional(),
            sdpMLineIndex: z.int().nullable().optional(),
            usernameFragment: z.string().max(300).nullable().optional(),
          })
          .nullable(),
      }),
    ),
    eventOf('call-ended', z.strictObject({ callId: CallId, reason: z.enum(callEndReasons) })),
    eventOf(
      'consent',
      z.strictObject({
        what: z.literal('recording'),
        given: z.boolean(),
        notice: z.int().min(1),
        callId: CallId.optional(),
      }),
    ),
    eventOf('recording-asked', z.strictObject({ callId: CallId })),
    eventOf('recording-ended', z.strictObject({ callId: CallId })),
  ])
  .openapi('EventToPost');

export const PostedSchema = z.object({ seq: z.int() }).openapi('PostedEvent');

const ReceiptSchema = z.object({ deliveredTo: z.int(), readTo: z.int() });
export const ReceiptsSchema = z.object({ customer: ReceiptSchema, staff: ReceiptSchema });

export const ConversationLogSchema = z
  .object({
    epoch: z.string(),
    lastSeq: z.int(),
    state: z.enum(['waiting', 'active', 'closed']),
    events: z
      .array(
        z.object({
          seq: z.int(),
          clientId: z.string(),
          kind: z.string(),
          actor: z.enum(['customer', 'agent', 'system']),
          body: z.record(z.string(), z.unknown()).readonly(),
          at: Moment,
        }),
      )
      .readonly(),
    receipts: ReceiptsSchema,
  })
  .openapi('ConversationEvents');

export const ToReceiptsSchema = z
  .strictObject({ deliveredTo: Seq.optional(), readTo: Seq.optional() })
  .openapi('ToReceipts');

export const CallbackPlaceSchema = CallbackSchema.extend({
  position: z.int(),
  waitSeconds: WaitBandSchema.nullable(),
}).openapi('CallbackPlace');

export const CallbackTimesSchema = z
  .object({ times: z.array(Moment).readonly(), isOpen: z.boolean() })
  .openapi('CallbackTimes');

export const ConversationFileSchema = z
  .object({
    fileId: Id,
    kind: z.enum(['photo', 'voice']),
    fileType: z.string(),
    bytes: z.int(),
    seconds: z.int().optional(),
  })
  .openapi('ConversationFile');

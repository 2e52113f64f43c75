import { isKind, type MessageBody, type StreamEvent } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { datesIn } from '#domain/time/date-words.ts';
import { dateWord, type Lng } from '../http/words.ts';
import { escapeHtml } from './page-files.ts';

/** Words of a key of one of the two files, ready for HTML. */
export type SayPlain = (
  file: 'human' | 'conversation',
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

export interface PlainTalk {
  conversationId: string;
  lng: Lng;
  /** The end of its log. */
  events: readonly StreamEvent[];
  isClosed: boolean;
  /** What was written could not be taken. */
  hasSayFailed: boolean;
  /** Makes the next words one event, however often the form is sent. */
  clientId: string;
  /** Ms since 1970: a link to the page that is not the page on the screen, so that it is asked for anew. */
  now: number;
}

/** So much of a long talk is on the page. */
const SHOWN = 60;
const NOTES = new Set(['agent-lost', 'agent-back', 'transferred', 'requeued', 'reopened']);

function noteOf(event: StreamEvent, say: SayPlain): string | undefined {
  if (isKind(event, 'taken'))
    return say('conversation', 'notes.taken', { name: event.body.staffName });
  if (isKind(event, 'callback-asked'))
    return say('conversation', 'notes.callback-asked', { phone: event.body.maskedPhone });
  return NOTES.has(event.kind) ? say('conversation', `notes.${event.kind}`) : undefined;
}

function saidOf(event: StreamEvent, id: string, say: SayPlain): string | undefined {
  if (event.kind !== 'message' && event.kind !== 'voice-note') return undefined;
  const { text, fileId } = event.body as MessageBody;
  const isMine = event.actor === 'customer';
  const file = isKind(event, 'voice-note')
    ? say('conversation', 'voice.note', { seconds: event.body.seconds })
    : say('conversation', isMine ? 'photo.mine' : 'photo.theirs');
  return [
    ...(text ? [escapeHtml(text).replace(/\r?\n/g, '<br>')] : []),
    ...(fileId
      ? [
          `<a class="text-link" href="/api/conversations/${escapeHtml(id)}/files/${escapeHtml(fileId)}">${file}</a>`,
        ]
      : []),
  ].join('<br>');
}

/**
 * What was said so far, a form to say more and a link that looks again: a talk for whoever has no script (H1). Nothing
 * renews itself: a page that changes by itself takes away what is being written.
 */
export function plainTalk(talk: PlainTalk, say: SayPlain): string[] {
  const { conversationId: id, lng, events, isClosed, hasSayFailed, clientId, now } = talk;
  const dates = datesIn(
    (key, values) => dateWord(lng, key, values),
    lng,
    () => now,
  );
  const lines = events.flatMap((event) => {
    const words = saidOf(event, id, say);
    const note = words === undefined ? noteOf(event, say) : undefined;
    if (words === undefined && note === undefined) return [];
    const who = say('conversation', event.actor === 'customer' ? 'talk.me' : 'talk.staff');
    const when = escapeHtml(dates.time(event.at));
    return [
      words === undefined
        ? `<li class="soft">${note}</li>`
        : `<li><strong>${who}</strong> <span class="soft">${when}</span><br>${words}</li>`,
    ];
  });
  const path = `/human/${escapeHtml(id)}`;
  const button = (kind: string, text: string) =>
    `<button type="submit" class="button button-${kind} button-wide"><span class="button-words">${text}</span></button>`;
  return [
    `<section class="stack-close" aria-labelledby="talk-plain"><h2 id="talk-plain">${say('human', 'talk.heading')}</h2>`,
    lines.length > 0
      ? `<ul class="points">${lines.slice(-SHOWN).join('')}</ul>`
      : `<p>${say('human', 'talk.nothing')}</p>`,
    `<p><a class="button button-quiet button-wide" href="${path}?at=${now}#talk-plain"><span class="button-words">${say('human', 'talk.look')}</span></a></p>`,
    '</section>',
    ...(isClosed
      ? []
      : [
          `<form method="post" action="/api/conversations/${escapeHtml(id)}/messages" class="stack-close">`,
          ...(hasSayFailed ? [`<p role="alert">${say('human', 'talk.failed')}</p>`] : []),
          `<input type="hidden" name="clientId" value="${escapeHtml(clientId)}">`,
          `<p><label for="talk-text">${say('conversation', 'write.label')}</label></p>`,
          `<textarea id="talk-text" class="plain-box" name="text" rows="3" maxlength="${handoffLimits.textLength}" required></textarea>`,
          `<p>${button('main', say('conversation', 'write.send'))}</p>`,
          '</form>',
        ]),
  ];
}

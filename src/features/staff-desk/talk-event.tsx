import type { Receipts } from '#domain/api/conversation.ts';
import { isKind, type MessageBody, type StreamEvent } from '#domain/handoff/events.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';

/** What is for programs, or stands elsewhere on the desk: it is no line of the talk. */
const SILENT = new Set(['place', 'call-answer', 'call-candidate', 'offer-expired', 'offered']);

interface TalkEventProps {
  conversationId: string;
  event: StreamEvent;
  receipts: Receipts;
}

/** One event of a conversation as staff read it: words as a bubble, what happened as a line. */
export function TalkEvent({ conversationId, event, receipts }: TalkEventProps) {
  const { t } = useWords('staff-desk');
  const dates = useDates();
  if (SILENT.has(event.kind)) return null;
  const time = dates.time(event.at);
  if (event.kind !== 'message' && event.kind !== 'voice-note') {
    return (
      <li className="agent-happened">
        {time} {happened(event, t)}
      </li>
    );
  }
  const { text, fileId } = event.body as MessageBody;
  const file = `/api/conversations/${encodeURIComponent(conversationId)}/files/${fileId}?as=staff`;
  const isMine = event.actor === 'agent';
  const { readTo, deliveredTo } = receipts.customer;
  const mark = readTo >= event.seq ? 'read' : deliveredTo >= event.seq ? 'delivered' : 'sent';
  return (
    <li className="agent-said" data-mine={isMine ? '' : undefined}>
      <div className="soft">
        {t(isMine ? 'talk.we' : 'talk.customer')} {time}
      </div>
      <div className="agent-bubble">
        {text}
        {fileId && event.kind === 'message' ? (
          <a href={file} target="_blank" rel="noreferrer">
            <img src={file} alt={t('talk.photo')} className="agent-photo" />
          </a>
        ) : null}
        {fileId && event.kind === 'voice-note' ? (
          <audio controls preload="none" src={file} aria-label={t('talk.voice')}>
            <track kind="captions" />
          </audio>
        ) : null}
      </div>
      {isMine ? <div className="soft">{t(`mark.${mark}`)}</div> : null}
    </li>
  );
}

type Say = (key: string, options?: Record<string, unknown>) => string;

function happened(event: StreamEvent, t: Say): string {
  if (isKind(event, 'taken')) return t('happened.taken', { name: event.body.staffName });
  if (isKind(event, 'transferred')) {
    const { to, staffName } = event.body;
    return t('happened.transferred', { to: staffName ?? t(`handOn.${to}`) });
  }
  if (isKind(event, 'requeued')) return t(`happened.requeued-${event.body.reason}`);
  if (isKind(event, 'callback-tried')) {
    return t('happened.callback-tried', {
      count: event.body.tries,
      outcome: t(`outcome.${event.body.outcome}`),
    });
  }
  if (isKind(event, 'callback-asked') && event.body.insteadOf !== undefined) {
    return t('happened.callback-instead', { text: event.body.insteadOf });
  }
  if (isKind(event, 'closed')) return t(`happened.closed-${event.body.reason}`);
  if (isKind(event, 'consent')) {
    return t(event.body.given ? 'happened.consent-given' : 'happened.consent-refused');
  }
  if (isKind(event, 'call-ended')) return t(`happened.call-${event.body.reason}`);
  return t(`happened.${event.kind}`);
}

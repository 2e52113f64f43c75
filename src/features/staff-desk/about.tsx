import { useState, type ReactNode } from 'react';
import type { Proposal } from '#domain/api/conversation.ts';
import type { ConversationContext, SharedDraft } from '#domain/api/staff-queue.ts';
import { triedWays } from '#domain/handoff/tried.ts';
import type { Answers } from '#domain/flow/types.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { CallBack } from './call-back.tsx';
import type { PlaceName } from './place-name.ts';
import { useAct } from './use-act.ts';

export interface AboutSlots {
  placeName: PlaceName;
  /** Answers in the words of their questions. */
  answers: (shown: { flow: string; answers: Answers }) => ReactNode;
  /** Helping with the form that is shared. */
  help?: (shown: {
    conversationId: string;
    draft: SharedDraft;
    proposals: readonly Proposal[];
    onChanged: () => void;
  }) => ReactNode;
}

interface AboutProps extends AboutSlots {
  context: ConversationContext;
  onChanged: () => void;
}

/** Whom this is about, where they stood and what they had filled in, numbers masked: nothing is asked twice (H4). */
export function About({ context, onChanged, placeName, answers, help }: AboutProps) {
  const { t } = useWords('staff-desk');
  const { t: claims } = useWords('claims');
  const { t: staff } = useWords('staff');
  const dates = useDates();
  const { draft, conversationId, callback } = context;
  const { t: problem } = useWords('problems');
  const inWords = (tried: string) =>
    triedWays.some((way) => way === tried)
      ? t(`tried.${tried}`)
      : t('tried.met', { words: problem(tried) });
  const rows = [
    { label: t('about.customer'), value: context.customerName || t('anonymous') },
    ...(context.maskedPhone ? [{ label: t('about.phone'), value: context.maskedPhone }] : []),
    { label: t('about.age'), value: t(`age.${context.ageBand}`) },
    { label: t('about.page'), value: placeName(context) },
    {
      label: t('about.mode'),
      value: `${t(`modes.${context.mode === 'senior' ? 'senior' : 'standard'}`)} · ${context.lng === 'en' ? 'English' : '中文'}`,
    },
    { label: t('about.since'), value: dates.moment(context.askedAt) },
    { label: t('about.asked'), value: t('about.times', { count: context.asked }) },
    ...(context.tried.length > 0
      ? [{ label: t('about.tried'), value: context.tried.map(inWords).join('；') }]
      : []),
    ...(context.needs.length > 0
      ? [
          {
            label: t('about.needs'),
            value: context.needs.map((need) => t(`needs.${need.replace(':', '-')}`)).join('；'),
          },
        ]
      : []),
  ];
  return (
    <aside aria-label={t('about.title')} className="agent-part agent-about">
      <h2>{t('about.title')}</h2>
      <SummaryList rows={rows} />
      {callback ? (
        <CallBack callback={callback} isMine={context.isMine} onChanged={onChanged} />
      ) : null}
      {draft ? (
        <>
          <h3>{t('about.draft', { kind: claims(`kinds.${draft.flow}.name`) })}</h3>
          {help && context.isMine
            ? help({ conversationId, draft, proposals: context.proposals, onChanged })
            : answers(draft)}
        </>
      ) : null}
      {context.claims.length > 0 ? (
        <>
          <h3>{t('about.claims')}</h3>
          <ul className="agent-list">
            {context.claims.map(({ id, number, flow, status }) => (
              <li key={id}>
                <TextLink href={`/staff/claims/${id}`}>{number}</TextLink>{' '}
                {claims(`kinds.${flow}.name`)} ·{' '}
                {staff(hasWord('staff', `status.${status}`) ? `status.${status}` : 'status.other')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Notes context={context} onChanged={onChanged} />
    </aside>
  );
}

/** What staff write down for each other; the customer never sees it. */
function Notes({ context, onChanged }: Pick<AboutProps, 'context' | 'onChanged'>) {
  const { t } = useWords('staff-desk');
  const dates = useDates();
  const [text, setText] = useState('');
  const act = useAct();
  const add = async () => {
    if (text.trim() === '') return;
    const path = `/api/staff/conversations/${context.conversationId}/notes`;
    if (!(await act.post(path, { text: text.trim() }))) return;
    setText('');
    onChanged();
  };
  return (
    <>
      <h3>{t('notes.title')}</h3>
      <ul className="agent-list">
        {context.notes.map(({ id, text: said, staffName, at }) => (
          <li key={id}>
            <div className="soft">
              {staffName} {dates.moment(at)}
            </div>
            {said}
          </li>
        ))}
      </ul>
      <TextBox label={t('notes.label')} value={text} onChange={setText} maxLength={2000} />
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
      <Button isPending={act.isBusy} onPress={() => void add()}>
        {t('notes.add')}
      </Button>
    </>
  );
}

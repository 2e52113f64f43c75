import { useRef, useState, type ReactNode } from 'react';
import type { Proposal } from '#domain/api/conversation.ts';
import type { SharedDraft } from '#domain/api/staff-queue.ts';
import type { AnswerValue } from '#domain/flow/types.ts';
import { newId } from '#platform/ids/new-id.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { useAct } from './use-act.ts';
import { useFocusKept } from './use-focus-kept.ts';

/** Why staff cannot propose an answer; keys under `fill.why`. */
export type WhyNot = 'consent' | 'payee' | 'photos' | 'own' | 'person';

export interface SharedQuestion {
  field: string;
  label: string;
  /** The present answer in words, masked by the server; none: not answered. */
  answer?: string;
  whyNot?: WhyNot;
}

export interface HelpFillProps {
  conversationId: string;
  draft: SharedDraft;
  proposals: readonly Proposal[];
  questions: readonly SharedQuestion[];
  say: (field: string, value: AnswerValue) => string;
  /** The control that asks this question. */
  control: (shown: {
    field: string;
    value: AnswerValue | undefined;
    onChange: (value: AnswerValue | null) => void;
    error?: string;
  }) => ReactNode;
  /** What is wrong with an answer, in words. */
  problemOf: (field: string, value: AnswerValue | undefined) => string | undefined;
  onChanged: () => void;
}

/** The form that is shared, question by question: staff point and propose, the customer decides (H8). */
export function HelpFill(props: HelpFillProps) {
  const { t } = useWords('staff-desk');
  const [open, setOpen] = useState<string>();
  const act = useAct();
  const { conversationId, draft, questions, proposals, onChanged } = props;
  const pointing = useRef(new Map<string, string>());
  const point = async (field: string) => {
    // Pressed again after an answer that was lost, it is the same event.
    const clientId = pointing.current.get(field) ?? newId();
    pointing.current.set(field, clientId);
    const path = `/api/conversations/${encodeURIComponent(conversationId)}/events?as=staff`;
    const body = { draftId: draft.id, field };
    if (await act.post(path, { clientId, kind: 'pointed', body })) pointing.current.delete(field);
  };
  // What was answered already lies folded: what is missing is what one looks for. Nothing moves while one is at work.
  const [answered] = useState(
    () =>
      new Set(
        questions
          .filter(({ field, answer }) => answer && !proposals.some((one) => one.field === field))
          .map(({ field }) => field),
      ),
  );
  const isSettled = ({ field, answer }: SharedQuestion) => answer && answered.has(field);
  const settled = questions.filter(isSettled);
  const listed = (shown: readonly SharedQuestion[]) => (
    <ul className="agent-list">
      {shown.map((question) => (
        <li key={question.field}>
          <Question
            {...props}
            question={question}
            isOpen={open === question.field}
            onOpen={(isOpen) => setOpen(isOpen ? question.field : undefined)}
            onPoint={() => void point(question.field)}
            onDone={() => {
              setOpen(undefined);
              onChanged();
            }}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <div className="agent-fill">
      <p className="soft">{t('fill.how')}</p>
      <div role="status">{act.error ? <Notice kind="warn">{act.error}</Notice> : null}</div>
      {listed(questions.filter((one) => !isSettled(one)))}
      {settled.length > 0 ? (
        <Fold title={t('fill.answered', { count: settled.length })}>{listed(settled)}</Fold>
      ) : null}
    </div>
  );
}

interface QuestionProps extends HelpFillProps {
  question: SharedQuestion;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onPoint: () => void;
  onDone: () => void;
}

function Question(props: QuestionProps) {
  const { question, proposals, say, isOpen, onOpen, onPoint } = props;
  const { t } = useWords('staff-desk');
  const { field, label, answer, whyNot } = question;
  const place = useFocusKept<HTMLDivElement>(isOpen);
  const last = proposals.filter((one) => one.field === field).sort(byTime)[0];
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={label} className="agent-wait">
      <div>
        <strong>{label}</strong>
        <div>{answer ?? <span className="soft">{t('fill.empty')}</span>}</div>
      </div>
      {last ? (
        <div>
          {t('fill.proposed', { value: say(field, last.value), name: last.staffName })}{' '}
          <strong>{t(`fill.state.${last.state}`)}</strong>
        </div>
      ) : null}
      {whyNot ? <div className="soft">{t(`fill.why.${whyNot}`)}</div> : null}
      {isOpen ? <Propose {...props} /> : null}
      <div className="agent-buttons">
        {whyNot || isOpen ? null : (
          <Button onPress={() => onOpen(true)} aria-label={t('fill.proposeThis', { label })}>
            {t('fill.propose')}
          </Button>
        )}
        <Button onPress={onPoint} aria-label={t('fill.pointThis', { label })}>
          {t('fill.point')}
        </Button>
      </div>
    </div>
  );
}

const byTime = (a: Proposal, b: Proposal) => Date.parse(b.at) - Date.parse(a.at);

function Propose({
  question,
  draft,
  control,
  problemOf,
  onOpen,
  onDone,
  onChanged,
}: QuestionProps) {
  const { t } = useWords('staff-desk');
  const { field } = question;
  const isMasked = draft.maskedFields.includes(field);
  const [value, setValue] = useState<AnswerValue | undefined>(
    isMasked ? undefined : draft.answers[field],
  );
  const [wrong, setWrong] = useState<string>();
  const act = useAct();
  const send = async () => {
    const problem = value === undefined ? t('fill.missing') : problemOf(field, value);
    setWrong(problem);
    if (problem) return;
    const path = `/api/drafts/${encodeURIComponent(draft.id)}/proposals?as=staff`;
    const sent = await act.post(path, { field, value, baseVersion: draft.version });
    if (sent) onDone();
    // The customer may have changed it meanwhile: what they have now is shown before anything is proposed again.
    else onChanged();
  };
  return (
    <div className="agent-propose">
      {control({
        field,
        value,
        onChange: (next) => {
          setValue(next ?? undefined);
          setWrong(undefined);
        },
        error: wrong,
      })}
      <div role="status">{act.error ? <Notice kind="warn">{act.error}</Notice> : null}</div>
      <div className="agent-buttons">
        <Button kind="main" isPending={act.isBusy} onPress={() => void send()}>
          {t('fill.send')}
        </Button>
        <Button onPress={() => onOpen(false)}>{t('fill.cancel')}</Button>
      </div>
    </div>
  );
}

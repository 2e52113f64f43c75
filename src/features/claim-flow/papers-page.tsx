import { useEffect, useRef, useState } from 'react';
import type { PhotosField } from '#domain/flow/types.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { useClaimWords } from './claim-words.ts';
import { contextOf } from './claim-state.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { PageFrame, type ClaimPageProps } from './page-frame.tsx';
import { PaperCard } from './paper-card.tsx';
import { hasRemark } from './photo-looks.ts';
import { CHECK } from './places.ts';
import { useProblems } from './use-problems.ts';
import { useSendFirst } from './use-send-first.ts';
import { askedOf } from './way.ts';

/** How long going on waits for the server to have read the papers, ms: longer and nobody believes in the button. */
const READ_WAIT_MS = 2500;

const isHere = (value: unknown) =>
  typeof value === 'string' || (Array.isArray(value) && value.length > 0);

/**
 * Every paper of this claim, once and complete, before the first photo (C3): why, from where, and what became of it. One
 * is open at a time, with one main button; each may come another way (E5).
 */
export function PapersPage(props: ClaimPageProps) {
  const { way, place, claim, from, paperWays, onNext } = props;
  const { flow } = way;
  const words = useClaimWords(flow);
  const { t } = words;
  const { t: problem } = useWords('problems');
  const { draft, answers, answer, saveNow, refresh } = claim;
  const papers = place.steps
    .flatMap((step) => askedOf(step, way))
    .flatMap((field): [string, PhotosField][] => {
      const spec = flow.fields[field];
      return spec?.kind === 'photos' ? [[field, spec]] : [];
    });
  const fields = papers.map(([field]) => field);
  const firstOpen = (after?: string) => {
    const open = papers.filter(
      ([field, spec]) => field !== after && !spec.isOptional && !isHere(answers[field]),
    );
    return open[0]?.[0];
  };
  const isWrong = (field: string) =>
    draft?.documents.some((one) => one.field === field && hasRemark(one)) ?? false;
  // Whoever was told by text that a photo is of no use finds it open.
  const [current, setCurrent] = useState(
    () => papers.find(([field]) => isWrong(field))?.[0] ?? firstOpen(),
  );
  const [isWaiting, setIsWaiting] = useState(false);
  const problems = useProblems(flow, fields, answers, contextOf(draft));

  // The card that was left is folded: focus goes to the one that opened, or to the way on.
  const list = useRef<HTMLOListElement>(null);
  const hasMoved = useRef(false);
  useEffect(() => {
    if (!hasMoved.current) return;
    const heading = list.current?.querySelector<HTMLElement>('.paper[data-open] .paper-title');
    (heading ?? document.querySelector<HTMLElement>('.papers-next button'))?.focus();
  }, [current]);
  const show = (field: string | undefined) => {
    hasMoved.current = true;
    setCurrent(field);
  };

  const missing = papers.filter(([field, spec]) => !spec.isOptional && !isHere(answers[field]));
  const isCurrentOpen = current !== undefined && !isHere(answers[current]);
  const nextOpen = firstOpen(current);

  const goOn = async () => {
    const wrong = problems.check();
    if (wrong) {
      setCurrent(wrong);
      return;
    }
    setIsWaiting(true);
    // What the papers say is not asked again (F5); without a connection, or when it takes long, it is asked after all.
    await Promise.race([
      saveNow()
        .then(refresh)
        .catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, READ_WAIT_MS)),
    ]);
    onNext();
  };
  const { sendAndGoOn, isSending } = useSendFirst(flow.id, fields, goOn);
  if (!draft) return null;

  return (
    <PageFrame
      {...props}
      title={t('papers.title')}
      lead={<Plain text={t('papers.lead', { count: papers.length })} />}
      problems={problems}
    >
      <form
        className="question-form"
        data-place={place.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sendAndGoOn();
        }}
      >
        {fields.map((field) => (
          <ConflictChoice
            key={field}
            flow={flow}
            field={field}
            claim={claim}
            customer={props.customer}
          />
        ))}
        <ol className="paper-list" ref={list}>
          {papers.map(([field, spec], i) => {
            const code = problems.problems.find((one) => one.field === field)?.code;
            return (
              <PaperCard
                key={field}
                number={i + 1}
                field={field}
                spec={spec}
                value={answers[field]}
                onChange={(value) => answer(field, value)}
                error={code && problem(code)}
                words={words}
                draft={draft}
                isOpen={field === current}
                onOpen={() => show(field)}
                onDone={() => show(nextOpen)}
                isNextPaper={nextOpen !== undefined}
                paperWays={paperWays}
              />
            );
          })}
        </ol>
        <div className="papers-next">
          <Button
            type="submit"
            kind={missing.length > 0 || isCurrentOpen ? 'quiet' : 'main'}
            isWide
            isPending={isSending || isWaiting}
          >
            {t(
              isSending
                ? 'photos.onTheWay'
                : isWaiting
                  ? 'papers.reading'
                  : from === CHECK
                    ? 'toCheck'
                    : 'next',
            )}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}

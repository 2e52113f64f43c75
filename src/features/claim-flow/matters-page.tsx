import { useEffect, useRef, useState } from 'react';
import type { MatterField } from '#domain/flow/types.ts';
import { yesTo } from '#domain/flow/yes-to.ts';
import { useDisplay } from '#platform/display/display.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { useClaimWords } from './claim-words.ts';
import { MatterCard } from './matter-card.tsx';
import { PageFrame, type ClaimPageProps } from './page-frame.tsx';
import { mattersOf, type Way } from './way.ts';

interface MattersPageProps extends ClaimPageProps {
  /** Asks for a person about what is open here. */
  onHuman?: () => void;
}

/** A matter has its yes when that was said to what stands there now, and nothing of it is merely proposed. */
export function hasYes([field, spec]: [string, MatterField], way: Way): boolean {
  return (
    way.walk.relevant[field] !== undefined &&
    !spec.shows.some((shown) => way.suggestions[shown] !== undefined)
  );
}

/**
 * The key matters (P6), one after the other on one page: the present one large with what it speaks of, a yes or a question;
 * what has its yes is one line. A yes to proposed values makes them answers, with where they came from.
 */
export function MattersPage(props: MattersPageProps) {
  const { way, place, claim, customer, onHuman, onNext } = props;
  const words = useClaimWords(way.flow);
  const { t } = words;
  const { mode } = useDisplay();
  const { draft, answer } = claim;
  const matters = mattersOf(way);
  const open = matters.filter((matter) => !hasYes(matter, way));
  /** Put off with a question: a person was asked, the others go on. */
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string>();
  const [news, setNews] = useState('');
  const present = (open.find(([field]) => !passed.includes(field)) ?? open[0])?.[0];

  // What was pressed is gone: focus goes to the next matter's heading, so that it is heard and seen.
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const heading = list.current?.querySelector<HTMLElement>('[data-present] .matter-title');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView?.();
  }, [present]);

  if (!draft) return null;

  const sayYes = (field: string, spec: MatterField) => {
    for (const shown of spec.shows) {
      const proposal = way.suggestions[shown];
      if (proposal) answer(shown, proposal.value, proposal.source);
    }
    answer(field, yesTo(spec, way.walk.relevant));
    const left = open.length - (open.some(([one]) => one === field) ? 1 : 0);
    if (left === 0) {
      onNext();
      return;
    }
    moved.current = true;
    setOpened(undefined);
    setNews(t('matters.noted', { count: left }));
  };
  const pass = (field: string) => {
    moved.current = true;
    setPassed([...passed.filter((one) => one !== field), field]);
  };

  return (
    <PageFrame
      {...props}
      title={t('matters.title')}
      lead={<Plain text={t('matters.lead', { count: matters.length })} />}
    >
      <div className="question-form" data-place={place.id}>
        <p role="status" className="only-heard">
          {news}
        </p>
        <ol className="matter-list" ref={list}>
          {matters.map((matter, i) => {
            const [field, spec] = matter;
            const isDone = hasYes(matter, way);
            const isPresent = field === present;
            // In large text one thing at a time; otherwise the whole list, to run the eye over.
            if (!isDone && !isPresent && mode === 'senior') return null;
            return (
              <MatterCard
                key={field}
                number={i + 1}
                total={matters.length}
                field={field}
                spec={spec}
                way={way}
                draft={draft}
                customer={customer}
                words={words}
                placeId={place.id}
                state={isDone ? 'done' : isPresent ? 'present' : 'open'}
                isUnfolded={!isDone || opened === field}
                isLast={open.length === 1}
                isAsked={asked.includes(field)}
                onFold={() => setOpened(opened === field ? undefined : field)}
                onYes={() => sayYes(field, spec)}
                onQuestion={() => {
                  setAsked([...asked, field]);
                  onHuman?.();
                }}
                onPass={open.length > 1 ? () => pass(field) : undefined}
              />
            );
          })}
        </ol>
        {open.length === 0 ? (
          <Button kind="main" isWide onPress={onNext}>
            {t('toCheck')}
          </Button>
        ) : null}
      </div>
    </PageFrame>
  );
}

import { useEffect, useRef, useState } from 'react';
import { understand, type Understood } from '#domain/claims/find-kind.ts';
import { findFlow } from '#domain/claims/flows.ts';
import type { Flow } from '#domain/flow/types.ts';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import { canListen, listen, type NotHeard } from '#platform/speech/listen.ts';
import { serverDay } from '#platform/storage/server-day.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { useClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import type { Told } from './take-down.ts';

/** Where the page's way to one's own words leads. */
export const TELL_ID = 'tell-us';

interface TellUsProps {
  onBegin: (flow: Flow, told: Told) => Promise<void>;
}

/**
 * What happened in one's own words (C1), said or written: what was understood is shown for a yes. Speaking is there where
 * the browser writes it down, else the keyboard's own microphone is named; neither is ever needed.
 */
export function TellUs({ onBegin }: TellUsProps) {
  const { t, lng } = useWords('claims');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Understood>();
  const [isHearing, setIsHearing] = useState(false);
  const [notHeard, setNotHeard] = useState<NotHeard>();
  const stop = useRef<() => void>(undefined);
  const latest = useRef('');
  useEffect(() => () => stop.current?.(), []);

  const write = (next: string) => {
    latest.current = next;
    setText(next);
    setFound(undefined);
  };
  const look = () => {
    const said = latest.current;
    if (said.trim() === '') return;
    const now = understand(said, serverDay());
    // Without its words the card would say keys; the page itself keeps working when they cannot be had.
    loadWords(now.kinds.map((kind) => `claims/${kind}`)).then(
      () => setFound(now),
      () => setFound(now),
    );
  };
  const speak = () => {
    setNotHeard(undefined);
    setIsHearing(true);
    stop.current = listen(lng, {
      onText: write,
      onEnd: (why) => {
        setIsHearing(false);
        setNotHeard(why);
        if (!why) look();
      },
    });
  };

  return (
    <section className="tell-us">
      <h2>{t('tell.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextBox
          id={TELL_ID}
          label={t('tell.label')}
          hint={<Plain text={t(canListen() ? 'tell.hint' : 'tell.hintKeyboard')} />}
          value={text}
          onChange={write}
          autoComplete="off"
        />
        <div className="tell-us-acts">
          {canListen() ? (
            <Button
              isWide
              icon={<Icon name="speak" />}
              onPress={() => (isHearing ? stop.current?.() : speak())}
            >
              {t(isHearing ? 'tell.stop' : 'tell.speak')}
            </Button>
          ) : null}
          <Button isWide type="submit">
            {t('tell.look')}
          </Button>
        </div>
      </form>
      <div role="status">
        {isHearing ? <p>{t('tell.hearing')}</p> : null}
        {notHeard ? (
          <Notice kind="info">
            <Plain text={t(`tell.notHeard.${notHeard}`)} />
          </Notice>
        ) : null}
      </div>
      {found ? <Meant key={text} found={found} onBegin={onBegin} /> : null}
    </section>
  );
}

/** What was understood: the likeliest kind large with what it answers already, the others beside it. */
function Meant({ found, onBegin }: TellUsProps & { found: Understood }) {
  const { t } = useWords('claims');
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(found.kinds[0]);
  const [isBeginning, setIsBeginning] = useState(false);
  // It appears below what was pressed: focus goes there, so that it is heard and seen.
  useEffect(() => heading.current?.focus(), [chosen]);
  const flow = chosen ? findFlow(chosen) : undefined;
  if (!flow) return null;
  const told: Told = { answers: found.answers[flow.id] ?? {}, whom: found.whom };
  return (
    <div className="understood">
      <h3 ref={heading} tabIndex={-1}>
        {t('tell.meant', { kind: t(`kinds.${flow.id}.title`) })}
      </h3>
      <ToldRows flow={flow} told={told} />
      <Button
        kind="main"
        isWide
        isPending={isBeginning}
        onPress={() => {
          setIsBeginning(true);
          void onBegin(flow, told);
        }}
      >
        {t('tell.yes')}
      </Button>
      {found.kinds
        .filter((kind) => kind !== chosen)
        .map((kind) => (
          <Button key={kind} isWide onPress={() => setChosen(kind)}>
            {t('tell.rather', { kind: t(`kinds.${kind}.title`) })}
          </Button>
        ))}
      <p>
        <Plain text={t('tell.neither')} />
      </p>
    </div>
  );
}

/** Each answer that the sentence gave, as it will stand in the claim. */
function ToldRows({ flow, told: { answers, whom } }: { flow: Flow; told: Told }) {
  const words = useClaimWords(flow);
  const { t } = words;
  const rows = Object.entries(answers).flatMap(([field, value]) => {
    const spec = flow.fields[field];
    return spec
      ? [{ label: t(`fields.${field}.short`), value: describeAnswer(field, spec, value, words) }]
      : [];
  });
  if (whom) rows.unshift({ label: t('tell.whom'), value: t(`insured.relations.${whom}`) });
  return rows.length > 0 ? (
    <dl className="understood-rows">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null;
}

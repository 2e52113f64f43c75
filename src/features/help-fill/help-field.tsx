import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { AnswerValue } from '#domain/flow/types.ts';
import { ApiError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import {
  decide,
  helpFeed,
  notePointSeen,
  postDecision,
  type Decision,
  type Outcome,
} from './help-feed.ts';
import type { OpenProposal } from './help-in-log.ts';
import './help-fill.css';

export interface HelpFieldProps {
  field: string;
  name: string;
  present: AnswerValue | undefined;
  isTaken: boolean;
  say: (value: AnswerValue) => string;
  onTake: (value: AnswerValue) => void;
  saved: (
    value: AnswerValue,
  ) => Promise<{ state: 'saved'; version: number } | { state: 'conflict' } | { state: 'other' }>;
}

const same = (a: AnswerValue | undefined, b: AnswerValue) =>
  JSON.stringify(a) === JSON.stringify(b);

/** What staff say of one question, above it: that they point at it, and what they propose beside what is answered now. */
export function HelpField(props: HelpFieldProps) {
  const { field, present, isTaken, onTake, saved } = props;
  const { proposals, pointed, decided } = useStore(helpFeed);
  const proposal = proposals.find((one) => one.field === field);
  const last = Object.values(decided)
    .filter((one) => one.proposal.field === field)
    .sort((a, b) => b.proposal.seq - a.proposal.seq)[0];
  const isOpen = proposal !== undefined && !decided[proposal.id];
  const isPointed = pointed?.field === field;
  const pointedSeq = isPointed ? pointed.seq : 0;
  useEffect(() => {
    // Seen once the person has been here and goes on.
    return () => notePointSeen(pointedSeq);
  }, [pointedSeq]);

  const accept = (one: OpenProposal) =>
    decide(one, 'accepted', async (): Promise<Outcome> => {
      const now = await saved(one.value);
      if (now.state !== 'saved') return now.state === 'conflict' ? 'held' : 'again';
      try {
        await postDecision(one.id, 'accepted', now.version);
      } catch (error) {
        // Changed in this very moment: looked at once more.
        if (error instanceof ApiError && error.problem.code === 'draft-changed') return 'held';
        throw error;
      }
      return 'told';
    });

  // Said yes before a reload, and the server has not heard of it: it is said again by itself.
  const isTakenAlready = isOpen && isTaken && same(present, proposal.value);
  const retell = useRef(accept);
  retell.current = accept;
  const retold = useRef('');
  useEffect(() => {
    if (!isTakenAlready || retold.current === proposal.id) return;
    retold.current = proposal.id;
    retell.current(proposal);
  }, [isTakenAlready, proposal]);

  return (
    <>
      {isPointed ? <Pointed /> : null}
      {isOpen && !isTakenAlready ? (
        <Proposed
          {...props}
          proposal={proposal}
          onAccept={() => {
            onTake(proposal.value);
            accept(proposal);
          }}
          onDecline={() =>
            decide(proposal, 'declined', async () => {
              await postDecision(proposal.id, 'declined');
              return 'told';
            })
          }
        />
      ) : last ? (
        <Decided key={last.proposal.id} decision={last} />
      ) : null}
    </>
  );
}

function Pointed() {
  const { t } = useWords('help-fill');
  return (
    <p className="help-pointed" data-news="">
      <Icon name="eye" /> {t('pointed.here')}
    </p>
  );
}

interface ProposedProps extends HelpFieldProps {
  proposal: OpenProposal;
  onAccept: () => void;
  onDecline: () => void;
}

function Proposed({ proposal, name, present, say, onAccept, onDecline }: ProposedProps) {
  const { t } = useWords('help-fill');
  return (
    <section className="help-proposed" aria-label={t('proposed.label', { name })}>
      <div data-news="">
        <p className="help-who">
          <Icon name="person" /> {t('proposed.who', { staff: proposal.staffName })}
        </p>
        <p>{name}</p>
        <dl className="help-two">
          <div>
            <dt>{t('proposed.now')}</dt>
            <dd>{present === undefined ? t('proposed.nothing') : say(present)}</dd>
          </div>
          <div className="help-theirs">
            <dt>{t('proposed.theirs')}</dt>
            <dd>{say(proposal.value)}</dd>
          </div>
        </dl>
        <p>{t('proposed.yours')}</p>
      </div>
      <div className="help-buttons">
        <Button isWide icon={<Icon name="check" />} onPress={onAccept}>
          {t('accept')}
        </Button>
        <Button isWide icon={<Icon name="close" />} onPress={onDecline}>
          {t('decline')}
        </Button>
      </div>
    </section>
  );
}

/** The buttons that were pressed are gone: what came of it takes their place, and the focus. */
function Decided({ decision: { what, isTold } }: { decision: Decision }) {
  const { t } = useWords('help-fill');
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <p ref={place} tabIndex={-1} className="help-decided" data-news="">
      <Icon name={what === 'accepted' ? 'good' : 'info'} />{' '}
      {t(what === 'accepted' ? 'decided.accepted' : 'decided.declined')}{' '}
      {isTold ? null : t('decided.waiting')}
    </p>
  );
}

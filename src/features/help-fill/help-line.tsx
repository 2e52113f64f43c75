import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AnswerValue } from '#domain/flow/types.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { helpFeed, noteHeard } from './help-feed.ts';
import './help-fill.css';

type Where = { at: 'question' } | { at: 'page' } | { at: 'away'; href: string } | { at: 'later' };

export interface HelpLineProps {
  nameOf: (field: string) => string;
  whereIs: (field: string) => Where;
  say: (field: string, value: AnswerValue) => string;
}

/**
 * What staff say of questions that are not on this page, as calm lines that lead there. What is new is announced once,
 * politely, wherever it stands; nothing pops up and nothing takes the focus.
 */
export function HelpLine({ nameOf, whereIs, say }: HelpLineProps) {
  const { t } = useWords('help-fill');
  const { proposals, pointed, decided, seenTo, heardTo } = useStore(helpFeed);
  const open = proposals.filter(({ id }) => !decided[id]);
  const point = pointed && pointed.seq > seenTo ? pointed : undefined;
  const [news, setNews] = useState('');

  const newest = [
    ...open.map(({ seq, field, value, staffName }) => ({
      seq,
      text: t('heard.proposed', {
        staff: staffName,
        name: nameOf(field),
        value: say(field, value),
      }),
    })),
    ...(point ? [{ seq: point.seq, text: t('heard.pointed', { name: nameOf(point.field) }) }] : []),
  ].sort((a, b) => b.seq - a.seq)[0];
  const text = newest && newest.seq > heardTo ? newest.text : undefined;
  const seq = newest?.seq ?? 0;
  useEffect(() => {
    if (text === undefined) return;
    setNews(text);
    noteHeard(seq);
  }, [text, seq]);

  return (
    <>
      <div role="status" className="only-heard" data-not-read="">
        {news}
      </div>
      {open.map(({ id, field, staffName }) => (
        <Lead
          key={id}
          where={whereIs(field)}
          text={t('line.proposed', { staff: staffName, name: nameOf(field) })}
          go={t('line.go')}
          goTo={t('line.goTo', { name: nameOf(field) })}
          later={t('line.later')}
        />
      ))}
      {point ? (
        <Lead
          where={whereIs(point.field)}
          text={t('line.pointed', { name: nameOf(point.field) })}
          go={t('line.go')}
          goTo={t('line.goTo', { name: nameOf(point.field) })}
          later={t('line.later')}
        />
      ) : null}
    </>
  );
}

interface LeadProps {
  where: Where;
  text: string;
  go: string;
  /** The same for whoever hears links without what stands around them. */
  goTo: string;
  later: string;
}

function Lead({ where, text, go, goTo, later }: LeadProps) {
  if (where.at === 'question') return null;
  return (
    <div className="help-line" data-news="">
      <p>
        <Icon name="person" /> {text}
        {where.at === 'later' ? ` ${later}` : null}
      </p>
      {where.at === 'away' ? (
        <TextLink href={where.href} aria-label={goTo} icon={<Icon name="forward" />}>
          {go}
        </TextLink>
      ) : null}
    </div>
  );
}

import { useEffect, type ReactNode } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { noteMetCode } from '#platform/page/tried.ts';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Page } from '#ui/page/page.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import type { Customer } from '#domain/api/customer.ts';
import { ClaimKept, ClaimNews } from './claim-news.tsx';
import type { ClaimState } from './claim-state.ts';
import { useClaimWords } from './claim-words.ts';
import { fieldId } from './field-id.ts';
import { helpLineProps } from './help-line-props.ts';
import type { HelpSlot } from './help-slot.ts';
import type { PaperWaysSlot } from './paper-ways.ts';
import type { Place } from './places.ts';
import type { StatementSlot } from './statement-slot.ts';
import type { PageProblems } from './use-problems.ts';
import type { Way } from './way.ts';

/** What every page of a claim is given, whatever it asks. */
export interface ClaimPageProps {
  way: Way;
  place: Place;
  number: number;
  total: number;
  claim: ClaimState;
  customer?: Customer | null;
  backHref: string;
  /** Came here by "change" from this page, and goes back there. */
  from?: string;
  between?: ReactNode;
  paperWays?: PaperWaysSlot;
  statement?: StatementSlot;
  help?: HelpSlot;
  onNext: () => void;
}

interface PageFrameProps extends Pick<
  ClaimPageProps,
  'number' | 'total' | 'backHref' | 'between' | 'claim' | 'way' | 'place' | 'customer' | 'help'
> {
  title: string;
  lead?: ReactNode;
  problems?: PageProblems;
  children: ReactNode;
}

/** The frame of a page of a claim: progress, title, what is wrong, what is not saved yet. */
export function PageFrame({
  number,
  total,
  backHref,
  between,
  claim,
  way,
  place,
  customer,
  help,
  title,
  lead,
  problems,
  children,
}: PageFrameProps) {
  const { t } = useWords('claims');
  const words = useClaimWords(way.flow);
  const { t: problem } = useWords('problems');
  useEffect(() => {
    for (const { code } of problems?.problems ?? []) noteMetCode(code);
  }, [problems]);
  return (
    <Page
      title={title}
      lead={lead}
      back={{ href: backHref, label: t('back') }}
      above={
        <>
          {between}
          <Steps current={number} total={total} label={t('progress', { current: number, total })} />
          {help?.line(helpLineProps({ way, place, claim, customer }, words))}
        </>
      }
    >
      {problems && problems.problems.length > 0 && (
        <ErrorSummary
          key={problems.attempt}
          title={t('errors.title', { count: problems.problems.length })}
          help={t('errors.help', { hotline: pageFacts().hotline })}
          errors={problems.problems.map(({ field, code }) => ({
            href: `#${fieldId(field)}`,
            text: problem(code),
          }))}
        />
      )}
      <ClaimNews claim={claim} flow={way.flow} />
      {children}
      <ClaimKept claim={claim} />
    </Page>
  );
}

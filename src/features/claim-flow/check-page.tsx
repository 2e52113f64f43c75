import { useState } from 'react';
import type { ClaimReceipt } from '#domain/api/claim.ts';
import { ApiError } from '#platform/api/client.ts';
import type { Flow } from '#domain/flow/types.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import { BeforeSending } from './before-sending.tsx';
import { checkRows } from './check-rows.tsx';
import { ClaimNews, OutboxNews } from './claim-news.tsx';
import { ConflictError } from './claim-state.ts';
import { useClaimWords } from './claim-words.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { helpLineProps } from './help-line-props.ts';
import type { ClaimPageProps } from './page-frame.tsx';
import { changePathOf, CHECK } from './places.ts';
import { isOnItsWay, statementIn } from './statement-on-its-way.ts';
import { stepAsking } from './way.ts';

interface CheckPageProps extends ClaimPageProps {
  onSent: (receipt: ClaimReceipt) => void;
  onSignIn: () => void;
}

type Trouble =
  | { kind: 'offline' }
  | { kind: 'conflict' }
  | { kind: 'statement' }
  | { kind: 'refused'; error: ApiError };

/** Everything that will be sent, as it will be sent, each with a change link (F6, W-3.3.4); then the one main button. */
export function CheckPage({
  way,
  place,
  claim,
  customer,
  backHref,
  between,
  help,
  onSent,
  onSignIn,
}: CheckPageProps) {
  const { flow } = way;
  const words = useClaimWords(flow);
  const { t } = words;
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { t: offline } = useWords('offline');
  const { draft, submit, outbox, conflicts } = claim;
  if (!draft) return null;
  const statement = statementIn(flow, draft);

  const send = async () => {
    if (isSending) return;
    // What was said would be left behind. Without a signal the claim waits for one anyway, and is asked for again then.
    if (statement && isOnItsWay(statement.store) && navigator.onLine !== false) {
      setTrouble({ kind: 'statement' });
      return;
    }
    setIsSending(true);
    setTrouble(undefined);
    try {
      onSent(await submit());
    } catch (error) {
      if (error instanceof ApiError && error.problem.status === 401) onSignIn();
      else if (error instanceof ApiError) setTrouble({ kind: 'refused', error });
      else setTrouble({ kind: error instanceof ConflictError ? 'conflict' : 'offline' });
      setIsSending(false);
    }
  };

  return (
    <Page
      title={t('check.title')}
      lead={<Plain text={t('check.lead')} />}
      back={{ href: backHref, label: t('back') }}
      above={
        <>
          {between}
          {help?.line(helpLineProps({ way, place, claim, customer }, words))}
        </>
      }
    >
      {trouble?.kind === 'offline' && (
        <ErrorSummary
          title={t('check.offline.title')}
          help={`${
            outbox === 'ask'
              ? offline('outbox.ask.what')
              : t('check.offline.what') + offline('outbox.waiting.note')
          }${t('errors.help', { hotline: pageFacts().hotline })}`}
          errors={[]}
        />
      )}
      {trouble?.kind === 'conflict' && (
        <ErrorSummary
          title={offline('conflict.before')}
          help={offline('conflict.what')}
          errors={[]}
        />
      )}
      {trouble?.kind === 'statement' && statement && (
        <ErrorSummary
          title={t('check.statement.title')}
          help={t('check.statement.what')}
          errors={[
            {
              href: changePathOf(flow, stepAsking(flow, statement.field)?.id ?? '', CHECK),
              text: t('fields.statement.label'),
            },
          ]}
        />
      )}
      {trouble === undefined && <OutboxNews outbox={outbox} />}
      <ClaimNews claim={claim} />
      {Object.keys(conflicts).map((field) => (
        <ConflictChoice key={field} flow={flow} field={field} claim={claim} customer={customer} />
      ))}
      {trouble?.kind === 'refused' && (
        <Refused
          error={trouble.error}
          flow={flow}
          help={t('errors.help', { hotline: pageFacts().hotline })}
        />
      )}
      {checkRows({ way, draft, customer, words }).map(({ section, rows }, i) => (
        <section key={i} className="check-part">
          <h2>{t(`sections.${section}`)}</h2>
          <SummaryList rows={rows} />
        </section>
      ))}
      <BeforeSending way={way} draft={draft} customer={customer} words={words} />
      <Notice kind="info">
        <Plain text={t('check.free')} />
      </Notice>
      <Button kind="main" isWide isPending={isSending} onPress={() => void send()}>
        {t(
          isSending
            ? 'check.sending'
            : trouble?.kind === 'offline' || outbox
              ? 'check.offline.retry'
              : 'check.send',
        )}
      </Button>
    </Page>
  );
}

/** What the server would not take, in its words, each leading to the question where it is mended. */
function Refused({ error, flow, help }: { error: ApiError; flow: Flow; help: string }) {
  const { problem } = error;
  return (
    <ErrorSummary
      title={problem.detail}
      help={help}
      errors={(problem.errors ?? []).flatMap(({ field, detail }) => {
        const step = stepAsking(flow, field);
        return step ? [{ href: changePathOf(flow, step.id, CHECK), text: detail }] : [];
      })}
    />
  );
}

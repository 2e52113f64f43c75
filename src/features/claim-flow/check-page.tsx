import { useState, type ReactNode } from 'react';
import type { ClaimReceipt } from '#domain/api/claim.ts';
import type { Customer } from '#domain/api/customer.ts';
import type { Flow } from '#domain/flow/types.ts';
import { ApiError } from '#platform/api/client.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import { contextOf, type ClaimState } from './claim-store.ts';
import { useClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import { CHECK, pathOf } from './places.ts';

interface CheckPageProps {
  flow: Flow;
  claim: ClaimState;
  customer?: Customer | null;
  backHref: string;
  between?: ReactNode;
  onSent: (receipt: ClaimReceipt) => void;
  onSignIn: () => void;
}

type Trouble = { kind: 'offline' } | { kind: 'refused'; error: ApiError };

/** Everything that will be sent, as it will be sent, each with a change link (F6, W-3.3.4); then the one main button. */
export function CheckPage({
  flow,
  claim,
  customer,
  backHref,
  between,
  onSent,
  onSignIn,
}: CheckPageProps) {
  const words = useClaimWords(flow);
  const { t } = words;
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { answers, draft, submit } = claim;
  const { path, relevant } = walkClaim(flow, answers, contextOf(draft));

  const send = async () => {
    if (isSending) return;
    setIsSending(true);
    setTrouble(undefined);
    try {
      onSent(await submit());
    } catch (error) {
      if (error instanceof ApiError && error.problem.status === 401) onSignIn();
      else if (error instanceof ApiError) setTrouble({ kind: 'refused', error });
      else setTrouble({ kind: 'offline' });
      setIsSending(false);
    }
  };

  const rowOf = (field: string, step: string) => {
    const spec = flow.fields[field];
    const label = t(`fields.${field}.short`);
    return {
      label,
      value: spec ? describeAnswer(field, spec, relevant[field], words, customer) : '',
      changeHref: `${pathOf(flow, step)}?from=${CHECK}`,
      changeLabel: t('check.change'),
    };
  };

  return (
    <Page
      title={t('check.title')}
      lead={<Plain text={t('check.lead')} />}
      back={{ href: backHref, label: t('back') }}
      above={between}
    >
      {trouble?.kind === 'offline' && (
        <ErrorSummary
          title={t('check.offline.title')}
          help={`${t('check.offline.what')}${t('errors.help', { hotline: pageFacts().hotline })}`}
          errors={[]}
        />
      )}
      {trouble?.kind === 'refused' && (
        <Refused
          error={trouble.error}
          flow={flow}
          help={t('errors.help', { hotline: pageFacts().hotline })}
        />
      )}
      <SummaryList rows={path.flatMap((step) => step.ask.map((field) => rowOf(field, step.id)))} />
      <Notice kind="info">
        <Plain text={t('check.free')} />
      </Notice>
      <Button kind="main" isWide isPending={isSending} onPress={() => void send()}>
        {t(
          isSending
            ? 'check.sending'
            : trouble?.kind === 'offline'
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
  const stepOf = (field: string) => flow.steps.find((step) => step.ask.includes(field))?.id;
  return (
    <ErrorSummary
      title={problem.detail}
      help={help}
      errors={(problem.errors ?? []).flatMap(({ field, detail }) => {
        const step = stepOf(field);
        return step ? [{ href: `${pathOf(flow, step)}?from=${CHECK}`, text: detail }] : [];
      })}
    />
  );
}

import { useCallback, useEffect } from 'react';
import { findFlow } from '#domain/claims/flows.ts';
import { useClaimWords } from '#features/claim-flow/claim-words.ts';
import { ClaimFlow } from '#features/claim-flow/claim-flow.tsx';
import { OfferCard } from '#features/display-mode/offer-card.tsx';
import { helpStore } from '#features/handoff/help-store.ts';
import { PaperWay } from '#features/paper-ways/paper-way.tsx';
import { StatementLoader } from '#features/statement/statement-loader.tsx';
import { useWords } from '#platform/i18n/words.ts';
import { useDisplay } from '#platform/display/display.ts';
import { recallCustomer } from '#platform/storage/phone-vault.ts';
import { useSession } from '#platform/session/session.ts';
import { NotFound } from '../shell/fallback-pages.tsx';
import { keepClaimOffline } from '../shell/keep-claim-offline.ts';
import { helpContextStore } from '../shell/help-context.ts';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';
import { useClaimHelp } from './use-claim-help.tsx';

export function ClaimStepPage({ params, onGo }: PageProps) {
  const { customer, refresh } = useSession();
  const askWho = useCallback(() => {
    // Without a signal it is who was here when there was one; else it stays unknown, and is asked again.
    refresh().catch(() => recallCustomer());
  }, [refresh]);
  useEffect(() => {
    if (customer === undefined) askWho();
  }, [customer, askWho]);
  const onDraft = useCallback(
    (draftId: string | undefined) => helpContextStore.setState({ draftId }),
    [],
  );
  useEffect(() => () => helpContextStore.setState({ draftId: undefined }), []);
  const help = useClaimHelp();
  const { mode, text, contrast } = useDisplay();
  // The page is kept as it looks now: dressed otherwise, it is kept anew.
  useEffect(() => keepClaimOffline(), [mode, text, contrast]);
  const { lng } = useWords('common');
  const askForHuman = () =>
    void helpStore.getState().ask({
      page: location.pathname,
      step: params.step,
      flow: params.flow,
      draftId: helpContextStore.getState().draftId,
      mode,
      lng,
    });
  const flow = findFlow(params.flow ?? '');
  const words = useClaimWords({ id: params.flow ?? '' });
  if (!flow) return <NotFound />;
  const from = new URLSearchParams(location.search).get('from') ?? undefined;
  return (
    <WithGlossary>
      <ClaimFlow
        flow={flow}
        stepId={params.step ?? ''}
        from={from}
        onHuman={askForHuman}
        customer={customer}
        onGo={onGo}
        onDraft={onDraft}
        onWho={askWho}
        help={help}
        paperWays={({ draftId, field, way }) => (
          <PaperWay
            draftId={draftId}
            field={field}
            paperName={words.t(`fields.${field}.short`)}
            way={way}
            path={location.pathname}
          />
        )}
        statement={(props) => <StatementLoader {...props} />}
        between={<OfferCard onHuman={askForHuman} />}
      />
    </WithGlossary>
  );
}

import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Customer } from '#domain/api/customer.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Flow } from '#domain/flow/types.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Page } from '#ui/page/page.tsx';
import { CheckPage } from './check-page.tsx';
import { claimStoreOf, contextOf, forgetClaim } from './claim-store.ts';
import { CHECK, isReachable, openPlace, pathOf, placeOf, placesOf, type Place } from './places.ts';
import { StepPage } from './step-page.tsx';
import './claim-flow.css';

interface ClaimFlowProps {
  flow: Flow;
  /** From the address. */
  stepId: string;
  /** Came by a change link of the check page, and goes back there. */
  isChange: boolean;
  /** Undefined while it is not known yet. */
  customer: Customer | null | undefined;
  onGo: (path: string, options?: { replace?: boolean }) => void;
  /** The draft in hand, for whoever may be asked for help. */
  onDraft?: (draftId: string | undefined) => void;
  /** What may be offered between two pages: above the next one, never over it. */
  between?: ReactNode;
}

const signInPath = (next: string) => `/sign-in?next=${encodeURIComponent(next)}`;

/** One kind of claim, from its first question to the receipt, in both modes, from its data alone. */
export function ClaimFlow({
  flow,
  stepId,
  isChange,
  customer,
  onGo,
  onDraft,
  between,
}: ClaimFlowProps) {
  const store = claimStoreOf(flow);
  const claim = useStore(store);
  const { t } = useWords('claims');
  const { mode } = useDisplay();
  const { open, status, draft, answers } = claim;

  useEffect(() => {
    void open();
  }, [open]);
  useEffect(() => onDraft?.(draft?.id), [draft?.id, onDraft]);

  const found = walkClaim(flow, answers, contextOf(draft));
  const places = placesOf(found, mode);
  const place = placeOf(places, stepId);
  const isAllowed = place !== undefined && isReachable(found, place);
  const needsCustomer = place ? needsSignIn(place, found.path) : false;
  const redirect = redirectOf();

  function redirectOf(): string | undefined {
    if (status !== 'ready') return undefined;
    if (!place || !isAllowed) return pathOf(flow, openPlace(found, places)?.id ?? CHECK);
    if (needsCustomer && customer === null) return signInPath(pathOf(flow, place.id));
    return undefined;
  }

  useEffect(() => {
    if (redirect) onGo(redirect, { replace: true });
  }, [redirect, onGo]);

  if (status === 'failed') {
    return (
      <Page title={t('failed.title')} lead={<Plain text={t('failed.what')} />}>
        <Button kind="main" onPress={() => void open()}>
          {t('failed.retry')}
        </Button>
      </Page>
    );
  }
  if (status === 'loading' || redirect || !place || (needsCustomer && customer === undefined)) {
    return <Page title={t('loading')}>{null}</Page>;
  }

  const index = places.indexOf(place);
  const before = places[index - 1];
  const backHref = isChange
    ? pathOf(flow, CHECK)
    : before
      ? pathOf(flow, before.id)
      : '/claims/new';

  if (place.id === CHECK) {
    return (
      <CheckPage
        flow={flow}
        claim={claim}
        customer={customer}
        backHref={backHref}
        between={between}
        onSignIn={() => onGo(signInPath(pathOf(flow, CHECK)))}
        onSent={(receipt) => {
          forgetClaim(flow);
          onGo(`/claims/${receipt.id}/sent`, { replace: true });
        }}
      />
    );
  }
  const next = () => {
    // Worked out from the newest answers: this page's may have opened or closed what follows.
    const now = walkClaim(flow, store.getState().answers, contextOf(draft));
    const all = placesOf(now, mode);
    const at = all.findIndex((p) => p.id === place.id);
    const to = isChange ? openPlace(now, all) : all[at + 1];
    const path = pathOf(flow, to?.id ?? CHECK);
    onGo(isChange && to?.id !== CHECK ? `${path}?from=${CHECK}` : path);
  };
  return (
    <StepPage
      key={place.id}
      flow={flow}
      place={place}
      number={index + 1}
      total={places.length}
      claim={claim}
      customer={customer}
      backHref={backHref}
      isChange={isChange}
      between={between}
      onNext={next}
    />
  );
}

/** Whether a page, or one before it, needs to know who this is: sign-in comes here and comes back here. */
function needsSignIn(place: Place, path: readonly { id: string; needs?: 'customer' }[]): boolean {
  if (place.steps.some((step) => step.needs)) return true;
  if (place.id === CHECK) return path.some((step) => step.needs);
  const at = path.findIndex((step) => step.id === place.steps[0]?.id);
  return path.slice(0, at).some((step) => step.needs);
}

import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Customer } from '#domain/api/customer.ts';
import type { Flow } from '#domain/flow/types.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Page } from '#ui/page/page.tsx';
import { CheckPage } from './check-page.tsx';
import type { ClaimState } from './claim-state.ts';
import { claimStoreOf, forgetClaim } from './claims-in-hand.ts';
import type { HelpSlot } from './help-slot.ts';
import { MattersPage } from './matters-page.tsx';
import type { ClaimPageProps } from './page-frame.tsx';
import type { PaperWaysSlot } from './paper-ways.ts';
import { PapersPage } from './papers-page.tsx';
import { goOnSending } from './photo-store.ts';
import {
  changePathOf,
  CHECK,
  isReachable,
  openPlace,
  pathOf,
  placeOf,
  placesOf,
  type Place,
} from './places.ts';
import type { StatementSlot } from './statement-slot.ts';
import { SignInWaits } from './sign-in-waits.tsx';
import { StepPage } from './step-page.tsx';
import { wayOf } from './way.ts';
import './claim-flow.css';

interface ClaimFlowProps {
  flow: Flow;
  /** From the address. */
  stepId: string;
  /** Came by a change link of this page, and goes back there. */
  from?: string;
  /** Undefined while it is not known yet. */
  customer: Customer | null | undefined;
  onGo: (path: string, options?: { replace?: boolean }) => void;
  /** The draft in hand, for whoever may be asked for help. */
  onDraft?: (draftId: string | undefined) => void;
  /** Asks the server once more who this is. */
  onWho: () => void;
  /** Asks for a person, about the page that is shown. */
  onHuman?: () => void;
  /** What may be offered between two pages: above the next one, never over it. */
  between?: ReactNode;
  /** The details of a way by which papers come: a day, an address. */
  paperWays?: PaperWaysSlot;
  /** What happened in one's own voice: what records and plays it. */
  statement?: StatementSlot;
  /** Staff who see the form too, and help to fill it. */
  help?: HelpSlot;
}

const signInPath = (next: string) => `/sign-in?next=${encodeURIComponent(next)}`;

/** One kind of claim, from its first question to the receipt, in both modes, from its data alone. */
export function ClaimFlow({
  flow,
  stepId,
  from,
  customer,
  onGo,
  onDraft,
  onWho,
  onHuman,
  between,
  paperWays,
  statement,
  help,
}: ClaimFlowProps) {
  const store = claimStoreOf(flow);
  const claim = useStore(store);
  const { t } = useWords('claims');
  const { mode } = useDisplay();
  const { open, status, draft, answers } = claim;

  useEffect(() => {
    void open();
  }, [open]);
  useEffect(() => onDraft?.(draft?.id || undefined), [draft?.id, onDraft]);
  useEffect(() => {
    if (status === 'ready' && draft) goOnSending(flow, draft);
  }, [status, draft, flow]);
  const isKnown = useKnown(claim, customer);

  const way = wayOf(flow, answers, draft);
  const places = placesOf(way, mode, from ? stepId : undefined);
  const place = placeOf(places, stepId);
  const isAllowed = place !== undefined && isReachable(way, place);
  const needsCustomer = place ? needsSignIn(place, way.walk.path) : false;
  const redirect = redirectOf();

  function redirectOf(): string | undefined {
    if (status !== 'ready' || !isKnown) return undefined;
    if (!place || !isAllowed) return pathOf(flow, openPlace(way, places)?.id ?? CHECK);
    if (needsCustomer && customer === null) return signInPath(pathOf(flow, place.id));
    return undefined;
  }

  useEffect(() => {
    if (redirect) onGo(redirect, { replace: true });
  }, [redirect, onGo]);

  if (status === 'failed') {
    // A draft from too long ago opens no better the second time: a person takes it on (the server says why).
    const { refusal } = claim;
    return (
      <Page title={t('failed.title')} lead={<Plain text={refusal ?? t('failed.what')} />}>
        <Button kind="main" onPress={() => (refusal ? onHuman?.() : void open())}>
          {t(refusal ? 'failed.human' : 'failed.retry')}
        </Button>
      </Page>
    );
  }
  const isWaiting = claim.save === 'waiting' && status === 'ready';
  if (isWaiting && needsCustomer && customer === undefined) {
    return <SignInWaits backHref="/claims/new" onRetry={onWho} />;
  }
  if (
    status === 'loading' ||
    !isKnown ||
    redirect ||
    !place ||
    (needsCustomer && customer === undefined)
  ) {
    return <Page title={t('loading')}>{null}</Page>;
  }

  const index = places.indexOf(place);
  const backTo = from ? (placeOf(places, from) ?? places[index - 1]) : places[index - 1];
  const next = () => {
    // Worked out from the newest answers: this page's may have opened or closed what follows.
    const now = store.getState();
    const newest = wayOf(flow, now.answers, now.draft);
    const all = placesOf(newest, mode, place.steps[0]?.id);
    const at = all.findIndex((one) => one.id === place.id);
    const to = from ? openPlace(newest, placesOf(newest, mode)) : all[at + 1];
    // What a change has opened is asked on the way back, too.
    const isDetour = from !== undefined && to !== undefined && to.id !== from && to.id !== CHECK;
    onGo(isDetour && !to.screen ? changePathOf(flow, to.id, from) : pathOf(flow, to?.id ?? CHECK));
  };
  const shared: ClaimPageProps = {
    way,
    place,
    number: index + 1,
    total: places.length,
    claim,
    customer,
    backHref: backTo ? pathOf(flow, backTo.id) : '/claims/new',
    from,
    between,
    paperWays,
    statement,
    help,
    onNext: next,
  };
  if (place.id === CHECK) {
    return (
      <CheckPage
        {...shared}
        onSignIn={() => onGo(signInPath(pathOf(flow, CHECK)))}
        onSent={(receipt) => {
          forgetClaim(flow);
          onGo(`/claims/${receipt.id}/sent`, { replace: true });
        }}
      />
    );
  }
  if (place.screen === 'papers') return <PapersPage key={place.id} {...shared} />;
  if (place.screen === 'matters') {
    return <MattersPage key={place.id} {...shared} onHuman={onHuman} />;
  }
  return <StepPage key={place.id} {...shared} />;
}

/**
 * Whether what the server knows of this customer is here. A draft that was read before they signed in knows nothing, and
 * a page that asks what is known already would be the wrong one; without a connection it goes on and asks.
 */
function useKnown(claim: ClaimState, customer: Customer | null | undefined): boolean {
  const { status, draft, refresh } = claim;
  const [triedFor, setTriedFor] = useState<string>();
  const isMissing =
    status === 'ready' && Boolean(customer && draft?.id && draft.insureds === undefined);
  const id = customer?.id;
  useEffect(() => {
    if (!isMissing || triedFor === id) return;
    refresh()
      .catch(() => undefined)
      .finally(() => setTriedFor(id));
  }, [isMissing, triedFor, id, refresh]);
  return !isMissing || triedFor === id;
}

/** Whether a page, or one before it, needs to know who this is: sign-in comes here and comes back here. */
function needsSignIn(place: Place, path: readonly { id: string; needs?: 'customer' }[]): boolean {
  if (place.steps.some((step) => step.needs)) return true;
  if (place.id === CHECK) return path.some((step) => step.needs);
  const at = path.findIndex((step) => step.id === place.steps[0]?.id);
  return path.slice(0, at).some((step) => step.needs);
}

import { createStore } from 'zustand/vanilla';
import { linkKinds } from '#domain/api/link.ts';
import type { Customer } from '#domain/api/customer.ts';
import { defaultDisplay, writeDisplay, type DisplayChoice } from '#domain/senior/display.ts';
import { decide } from '#domain/senior/policy.ts';
import type { Signals } from '#domain/senior/signals.ts';
import { readWishes } from '#platform/device/wishes.ts';
import { watchBehaviour } from '#platform/device/watch-behaviour.ts';
import { daysSince, openMemory } from '#platform/display/advice-memory.ts';
import { displayStore, show } from '#platform/display/display.ts';
import {
  forgetSession,
  isSessionChosen,
  keepSessionLink,
  readKept,
  readSession,
  readSessionLink,
  showForSession,
  watchOtherTabs,
} from '#platform/display/kept-display.ts';
import { startRootSize, type RootSize } from '#platform/display/root-size.ts';
import { sessionStore } from '#platform/session/session.ts';
import { detectHost, watchHost, type HostSigns } from '#platform/wechat/host.ts';
import type { AdviceState } from './advice-state.ts';
import { keepOnAccount } from './keep-on-account.ts';
import { isOver, movesOn, stepOf } from './moments.ts';
import { dropLink, isClaimInHand, ownScale } from './page-now.ts';

/** After so long a page is no longer just opened, ms: a host that answers later changes no mode any more. */
const START_MS = 10_000;
/** WeChat tells its text size within this, as a rule: what is shown first waits for it, ms. */
const HOST_MS = 300;

/**
 * Brings together what is known and what is done about it: collects signals, asks the policy at the moments at which it may
 * decide (page opened, signed in, step done), and puts its answer on the page. Everything seen stays in memory here.
 */
export function createAdviser() {
  const memory = openMemory();
  const behaviour = watchBehaviour();
  const link = document.documentElement.dataset.link;
  const linkKind = linkKinds.find((kind) => kind === link) ?? readSessionLink();
  const host = detectHost(navigator.userAgent, navigator.platform);
  const isWeChat = host.startsWith('wechat');
  const startedAt = Date.now();

  let hostSigns: HostSigns = {};
  let hasTouched = false;
  let hasTyped = link === undefined && isClaimInHand();
  let hasChosen = readKept() !== undefined || isSessionChosen();
  let isAutomatic = !hasChosen && readSession()?.mode === 'senior';
  let isOurs = false;
  let offersThisSession = 0;
  let path = location.pathname;
  let rootSize: RootSize | undefined;

  const store = createStore<AdviceState>()((set) => ({
    tellsText: false,
    isFollowed: true,
    isWeChat,
    ...(link === 'expired' ? { expiredAt: location.pathname } : {}),
    neverAsk: memory.get().neverAsk,
    visit,
    choose: (mode) => {
      const isConfirmed = displayStore().getState().mode === mode;
      displayStore().getState().setMode(mode);
      // A change is heard below; where the mode stays as it is, it was confirmed.
      if (isConfirmed) onChosen();
    },
    follow: (isFollowed) => {
      rootSize?.setFollowed(isFollowed);
      set({ isFollowed, tellsText: false });
    },
    decline: () => {
      memory.change({ noAt: Date.now() });
      set({ offer: undefined });
    },
    setNeverAsk: (neverAsk) => {
      memory.change({ neverAsk });
      set({ neverAsk, offer: undefined });
      look();
    },
  }));

  function signalsOf(isStart: boolean, isAtStepBoundary: boolean): Signals {
    const { mode } = displayStore().getState();
    const { hasMet, neverAsk, offersEver, noAt } = memory.get();
    const { leansSenior = false } = store.getState().decision ?? {};
    const { customer } = sessionStore.getState();
    return {
      ...(hasChosen ? { chosen: mode } : {}),
      ...(neverAsk ? { neverAsk } : {}),
      ownTextScale: ownScale(),
      ...(rootSize && !rootSize.isFollowed() ? { ignoresHostText: true } : {}),
      textScales: rootSize?.scales() ?? {},
      ...(hostSigns.isCareMode === undefined ? {} : { isCareMode: hostSigns.isCareMode }),
      wantsContrast: readWishes().wantsContrast,
      links: linkKind ? [linkKind] : [],
      ...(customer ? { operatorAge: customer.ageBand } : {}),
      behaviour: behaviour.summary(),
      session: {
        isStart,
        hasTyped,
        isAtStepBoundary,
        mode,
        isAutomatic,
        leanedSenior: leansSenior,
        // The chooser stands on the home page only; nobody waits for it elsewhere.
        hasSeenChooser: hasMet || path !== '/',
        offersThisSession,
        offersEver,
        ...(noAt === undefined ? {} : { daysSinceNo: daysSince(noAt, Date.now()) }),
      },
    };
  }

  function look(moment: 'any' | 'sign-in' | 'step' = 'any'): void {
    const isFresh = !hasTouched && Date.now() - startedAt < START_MS;
    const decision = decide(signalsOf(moment === 'sign-in' || isFresh, moment === 'step'));
    const before = displayStore().getState();
    if (decision.isAutomatic && !isAutomatic) {
      isAutomatic = true;
      wear({ mode: decision.mode, text: before.text, contrast: before.contrast });
      store.setState({ switchedAt: path });
    }
    isAutomatic = decision.isAutomatic;
    const isLarger = decision.reasons.includes('host-text') && !decision.isAutomatic;
    if (isLarger && !memory.get().knowsText && rootSize?.isFollowed()) {
      memory.change({ knowsText: true });
      store.setState({ tellsText: true });
    }
    if (moment === 'step' && decision.offer === 'help') {
      offersThisSession += 1;
      memory.change({ offersEver: memory.get().offersEver + 1 });
      store.setState({ offer: { path, reasons: decision.reasons } });
    }
    store.setState({ decision });
  }

  function wear(choice: DisplayChoice, isChosen = false): void {
    isOurs = true;
    showForSession(choice, isChosen);
    isOurs = false;
  }

  function visit(next: string): void {
    const last = path;
    path = next;
    if (last === '/' && next !== '/' && store.getState().decision?.showChooser) {
      // It was there and was passed by: that is an answer too, and it is not asked twice.
      memory.change({ hasMet: true });
    }
    if (store.getState().offer && store.getState().offer?.path !== next) {
      store.setState({ offer: undefined });
    }
    if (isOver(next)) hasTyped = false;
    behaviour.enterStep(stepOf(next));
    if (next !== last) look(movesOn(last, next) ? 'step' : 'any');
  }

  function onChosen(): void {
    hasChosen = true;
    isAutomatic = false;
    forgetSession();
    memory.change({ hasMet: true });
    store.setState({ switchedAt: undefined });
    keepOnAccount();
    look();
  }

  function onCustomer(now: Customer | null | undefined, before: Customer | null | undefined): void {
    if (now?.id === before?.id) return;
    if (before) {
      // Somebody else may be at the phone: what was seen and asked of the one says nothing of the other.
      behaviour.forget();
      offersThisSession = 0;
      memory.change({ offersEver: 0, noAt: undefined });
      if (readSession()) {
        forgetSession();
        isAutomatic = false;
        hasChosen = readKept() !== undefined;
        takeOver(readKept() ?? defaultDisplay);
      }
    }
    if (!now) return;
    if (hasChosen) {
      if (!now.display && !isSessionChosen()) keepOnAccount();
    } else if (now.display) {
      hasChosen = true;
      wear(now.display, true);
    }
    look(location.pathname === '/sign-in' ? 'sign-in' : 'any');
  }

  function takeOver(choice: DisplayChoice): void {
    isOurs = true;
    show(choice);
    displayStore().setState(choice);
    isOurs = false;
  }

  return {
    store,
    /** Begins: once, after the page has come alive. */
    start(): void {
      const { mode, text, contrast } = displayStore().getState();
      if (link) dropLink();
      if (linkKind && !hasChosen && mode === 'senior') {
        keepSessionLink(linkKind);
        wear({ mode, text, contrast });
      }
      rootSize = startRootSize(() => look());
      store.setState({ isFollowed: rootSize.isFollowed() });
      watchHost((signs) => {
        hostSigns = signs;
        if (signs.fontScale !== undefined) rootSize?.setHostScale(signs.fontScale);
        look();
      });
      const touch = () => {
        hasTouched = true;
      };
      for (const event of ['pointerdown', 'keydown'])
        document.addEventListener(event, touch, { capture: true, passive: true, once: true });
      document.addEventListener(
        'input',
        () => {
          if (isClaimInHand()) hasTyped = true;
        },
        { capture: true, passive: true },
      );
      displayStore().subscribe((now, before) => {
        if (!isOurs && writeDisplay(now) !== writeDisplay(before)) onChosen();
      });
      watchOtherTabs((choice) => {
        hasChosen = true;
        isAutomatic = false;
        takeOver(choice);
        look();
      });
      sessionStore.subscribe((now, before) => onCustomer(now.customer, before.customer));
      const { customer } = sessionStore.getState();
      if (customer) onCustomer(customer, undefined);
      const isAwaited = isWeChat && !hasChosen;
      if (isAwaited) setTimeout(() => look(), HOST_MS);
      else look();
    },
  };
}

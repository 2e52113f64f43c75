import {
  noBehaviour,
  noteError,
  noteIdle,
  noteNearMiss,
  notePinch,
  noteStep,
  type BehaviourSummary,
} from '#domain/senior/behaviour.ts';

/** What a tap may be meant for. */
const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [role=button], [role=radio]';
/** A control whose smaller side is below this is small for a finger, CSS px: 10 mm at 0.157 mm (senior-signals.md §1.2). */
const SMALL_PX = 64;
/** A tap that falls this near a control was meant for it, CSS px: the mean slip of older fingers is 3.4 mm (F-3). */
const NEAR_PX = 22;
const ZOOMED = 1.2;
/** A zoom that lasts this long is for reading, not by accident, ms (SIG-9). */
const ZOOM_MS = 3000;
/** A stay is looked at this often, ms. */
const LOOK_MS = 5000;

export interface BehaviourWatch {
  /** The person-level summary so far: sums, no events. It lives in this closure and nowhere else. */
  summary: () => BehaviourSummary;
  /** A step of a claim was opened; nothing for a page that is none. */
  enterStep: (step: string | undefined) => void;
  /** Forgets everything: the session is over, or somebody else is at the phone. */
  forget: () => void;
  stop: () => void;
}

const directions = [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return { x: Math.cos(angle), y: Math.sin(angle) };
});

/** The small control that a tap here was probably meant for, though it hit nothing. */
function missedControl(x: number, y: number): Element | undefined {
  for (const distance of [NEAR_PX / 2, NEAR_PX]) {
    for (const { x: dx, y: dy } of directions) {
      const found = document.elementFromPoint(x + dx * distance, y + dy * distance);
      const control = found?.closest(CONTROLS);
      if (!control) continue;
      const { width, height } = control.getBoundingClientRect();
      return Math.min(width, height) < SMALL_PX ? control : undefined;
    }
  }
  return undefined;
}

/**
 * Counts signs of struggle while the page is open: zooms that last, taps beside small controls, errors shown, steps opened
 * again, long stays on a question. Only sums are kept, in memory: nothing is stored or sent, and all of it ends with the page
 * (senior-signals.md §6). How fingers scatter on targets that they do hit is not measured: whether that may be done without
 * separate consent is open (§6, R-SEN).
 */
export function watchBehaviour(): BehaviourWatch {
  let summary = noBehaviour;
  let step: string | undefined;
  let lastInput = Date.now();
  let zoomTimer: ReturnType<typeof setTimeout> | undefined;
  let isZoomed = false;
  let names = new WeakMap<Element, string>();
  let named = 0;
  const listeners: (() => void)[] = [];

  const listen = (
    target: EventTarget,
    event: string,
    hear: (event: Event) => void,
    options: AddEventListenerOptions = { passive: true },
  ) => {
    target.addEventListener(event, hear, options);
    listeners.push(() => target.removeEventListener(event, hear, options));
  };
  const wholePage = { capture: true, passive: true };

  // A control is known by a number of its own: what it says or holds is not looked at.
  const nameOf = (control: Element): string => {
    const name = names.get(control) ?? `c${(named += 1)}`;
    names.set(control, name);
    return name;
  };

  listen(
    document,
    'click',
    (event) => {
      const { clientX, clientY, detail } = event as MouseEvent;
      const isTap = detail > 0 && event.target instanceof Element;
      if (!isTap || (event.target as Element).closest(CONTROLS)) return;
      const control = missedControl(clientX, clientY);
      if (control) summary = noteNearMiss(summary, nameOf(control));
    },
    wholePage,
  );

  // The summary of errors takes focus each time it is shown: once for each time, however many errors there are.
  listen(
    document,
    'focusin',
    ({ target }) => {
      const isSummary = target instanceof Element && target.matches('.error-summary');
      if (isSummary) summary = noteError(summary, step ?? location.pathname);
    },
    wholePage,
  );

  const noteStay = () => {
    const isAsked = step !== undefined && document.visibilityState === 'visible';
    if (isAsked) summary = noteIdle(summary, Date.now() - lastInput);
  };
  const noteInput = () => {
    noteStay();
    lastInput = Date.now();
  };
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll'])
    listen(document, event, noteInput, wholePage);
  listen(document, 'visibilitychange', () => {
    // Time away from the page is no hesitation.
    lastInput = Date.now();
  });
  const look = setInterval(noteStay, LOOK_MS);
  listeners.push(() => clearInterval(look));

  const viewport = window.visualViewport;
  if (viewport) {
    listen(viewport, 'resize', () => {
      const isNow = viewport.scale > ZOOMED;
      if (isNow === isZoomed) return;
      isZoomed = isNow;
      clearTimeout(zoomTimer);
      if (!isZoomed) return;
      zoomTimer = setTimeout(() => {
        summary = notePinch(summary);
      }, ZOOM_MS);
    });
    listeners.push(() => clearTimeout(zoomTimer));
  }

  return {
    summary: () => summary,
    enterStep: (next) => {
      if (next === step) return;
      noteStay();
      step = next;
      lastInput = Date.now();
      if (next !== undefined) summary = noteStep(summary, next);
    },
    forget: () => {
      summary = noBehaviour;
      names = new WeakMap();
      lastInput = Date.now();
    },
    stop: () => {
      for (const remove of listeners.splice(0)) remove();
    },
  };
}

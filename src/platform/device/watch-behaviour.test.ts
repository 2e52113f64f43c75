import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noBehaviour } from '#domain/senior/behaviour.ts';
import { watchBehaviour, type BehaviourWatch } from './watch-behaviour.ts';

let watch: BehaviourWatch;
const viewport = Object.assign(new EventTarget(), { scale: 1 });
const zoomTo = (scale: number) => {
  viewport.scale = scale;
  viewport.dispatchEvent(new Event('resize'));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('visualViewport', viewport);
  viewport.scale = 1;
  document.body.innerHTML = '';
  watch = watchBehaviour();
});
afterEach(() => {
  watch.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('Signs of struggle', () => {
  it('are a zoom that lasts, once for each, and none that is let go again', () => {
    zoomTo(1.5);
    vi.advanceTimersByTime(1000);
    zoomTo(1);
    vi.advanceTimersByTime(5000);
    expect(watch.summary().pinches).toBe(0);
    zoomTo(1.5);
    zoomTo(1.8);
    vi.advanceTimersByTime(3100);
    zoomTo(2);
    vi.advanceTimersByTime(9000);
    expect(watch.summary().pinches).toBe(1);
  });

  it('are a long stay on a question, not on another page and not while away', () => {
    vi.advanceTimersByTime(300_000);
    expect(watch.summary().idleMs).toBe(0);
    watch.enterStep('hospital/cause');
    vi.advanceTimersByTime(125_000);
    expect(watch.summary().idleMs).toBeGreaterThanOrEqual(120_000);
    watch.forget();
    vi.advanceTimersByTime(60_000);
    document.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(60_000);
    expect(watch.summary().idleMs).toBeLessThan(120_000);
  });

  it('are errors shown and steps opened again, by step', () => {
    document.body.innerHTML = '<div class="error-summary" tabindex="-1"></div><button>x</button>';
    const [summary, button] = [...document.body.children] as HTMLElement[];
    watch.enterStep('hospital/cause');
    for (let i = 0; i < 3; i += 1) {
      summary?.focus();
      button?.focus();
    }
    watch.enterStep('hospital/visit');
    watch.enterStep('hospital/cause');
    expect(watch.summary()).toMatchObject({
      errors: { 'hospital/cause': 3 },
      visits: { 'hospital/cause': 2, 'hospital/visit': 1 },
    });
  });

  it('are taps beside a small control, and beside a large one are none', () => {
    document.body.innerHTML = '<p>words</p><button>secret words</button>';
    const [words, button] = [...document.body.children] as HTMLElement[];
    let side = 40;
    Object.assign(button ?? {}, { getBoundingClientRect: () => ({ width: side, height: side }) });
    Object.assign(document, { elementFromPoint: () => button });
    const tap = () =>
      words?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX: 5 }));
    tap();
    tap();
    side = 90;
    tap();
    // By a number of its own: what the control says is not looked at.
    expect(watch.summary().nearMisses).toEqual({ c1: 2 });
    expect(JSON.stringify(watch.summary())).not.toContain('secret');
  });

  it('are forgotten when the session ends, and no longer counted after', () => {
    watch.enterStep('hospital/cause');
    watch.forget();
    expect(watch.summary()).toEqual(noBehaviour);
    watch.stop();
    zoomTo(2);
    vi.advanceTimersByTime(10_000);
    expect(watch.summary()).toEqual(noBehaviour);
  });
});

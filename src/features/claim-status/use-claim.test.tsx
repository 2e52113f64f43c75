import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import { fakeFetch, ok } from '../../../test/support/fake-fetch.ts';
import { claimExamples } from './claim.examples.ts';
import { useClaim } from './use-claim.ts';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const see = (state: DocumentVisibilityState) =>
  act(async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
  });

describe('A claim’s page looks again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function watch(claim: () => Claim, isWatched = true) {
    const calls = fakeFetch({ 'GET /api/claims/k1': () => ok(claim()) });
    const { result, unmount } = renderHook(() => useClaim('k1', isWatched));
    await pass(0);
    return { calls, result, unmount };
  }

  it('soon at first, then ever more rarely, and never more than a minute apart', async () => {
    const { calls } = await watch(() => claimExamples.inReview);
    await pass(5_000);
    expect(calls).toHaveLength(2);
    await pass(10 * 60_000);
    const early = calls.length;
    await pass(10 * 60_000);
    expect(calls.length - early).toBe(10);
  });

  it('soon again once there was something new', async () => {
    let claim: Claim = claimExamples.received;
    const { calls, result } = await watch(() => claim);
    await pass(20 * 60_000);
    claim = claimExamples.approved;
    await pass(60_000);
    expect(result.current.load).toMatchObject({ data: { status: 'approved' } });
    const before = calls.length;
    await pass(7_000);
    expect(calls.length).toBeGreaterThan(before);
  });

  it('not while nobody sees it, and at once when somebody does', async () => {
    const { calls } = await watch(() => claimExamples.inReview);
    await see('hidden');
    await pass(60 * 60_000);
    expect(calls.length).toBeLessThanOrEqual(2);
    const before = calls.length;
    await see('visible');
    expect(calls.length).toBe(before + 1);
  });

  it('no more once it is paid, and never after the page was left', async () => {
    const { calls, unmount } = await watch(() => claimExamples.paid);
    await pass(60 * 60_000);
    expect(calls).toHaveLength(1);
    unmount();
    dispatchEvent(new Event('focus'));
    await pass(60_000);
    expect(calls).toHaveLength(1);
  });

  it('keeps the same object for the same answer, so that nothing is drawn again', async () => {
    const { result } = await watch(() => claimExamples.inReview);
    const first = result.current.load;
    await pass(60_000);
    expect(result.current.load).toBe(first);
  });
});

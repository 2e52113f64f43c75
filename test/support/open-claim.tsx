import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import { fakeFetch, ok, type Routes } from './fake-fetch.ts';
import { show } from './show.tsx';
import { OneClaim } from '../../src/features/claim-status/one-claim.tsx';

/** The page of a claim as it stands, at two minutes past two on the day it was sent. */
export async function openClaim(claim: Claim | (() => Claim), routes: Routes = {}) {
  const onGo = vi.fn();
  const calls = fakeFetch({
    'GET /api/claims/k1': () => ok(typeof claim === 'function' ? claim() : claim),
    'GET /api/config': ok({ today: '2026-11-21' }),
    ...routes,
  });
  const result = await show(<OneClaim id="k1" onGo={onGo} answers={() => <p>生病</p>} />, {
    words: ['status', 'claims'],
    onGo,
  });
  await screen.findByText('到现在发生了什么');
  return { ...result, calls, onGo, user: userEvent.setup() };
}

/** What was sent to the server. */
export const posts = (calls: readonly { method: string; path: string; body: unknown }[]) =>
  calls.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));
export const title = () => screen.getByRole('heading', { level: 1 });
export const part = (name: string) => screen.getByRole('heading', { name }).closest('section')!;

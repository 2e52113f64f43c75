import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { Privacy } from './privacy.tsx';

describe('What we hold about a person', () => {
  it('is said in the six parts that the law wants, with version and date', async () => {
    fakeFetch({ 'GET /api/config': ok({}) });
    await show(<Privacy />, { words: ['privacy'] });
    expect(
      screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent),
    ).toEqual([
      '谁在保管',
      '我们留哪些信息',
      '为什么要',
      '谁能看到，怎么保护',
      '留多久',
      '您可以做什么',
    ]);
    expect(screen.getByText(/第 3 版/)).toHaveTextContent('11月22日');
    expect(screen.getByText(/一个记号/)).toHaveTextContent('24 小时');
    expect(screen.getAllByText(/95500 12/)).toHaveLength(2);
  });

  it.each([
    [{}, 0],
    [{ recordingDays: 92 }, 1],
  ])('speaks of recorded calls only where calls may be recorded: %o', async (config, count) => {
    const calls = fakeFetch({ 'GET /api/config': ok(config) });
    await show(<Privacy />, { words: ['privacy'] });
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await act(async () => undefined);
    expect(screen.queryAllByText(/您答应了才录，留 92 天/)).toHaveLength(count);
  });
});

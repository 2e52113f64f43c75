import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { WaitFigures } from '#domain/api/staff-queue.ts';
import { fakeFetch, ok, problem } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { ServiceFigures } from './service-figures.tsx';

const nobody: WaitFigures = {
  ageBand: 'under60',
  waiting: 0,
  longestWaitSeconds: 0,
  answered: 0,
  medianSeconds: null,
  p90Seconds: null,
  within15: null,
  within20: null,
  within30: null,
  abandoned: 0,
};
const some: WaitFigures = {
  ...nobody,
  ageBand: '60to79',
  waiting: 1,
  longestWaitSeconds: 40,
  answered: 20,
  medianSeconds: 12,
  p90Seconds: 29,
  within15: 0.854,
  within20: 0.9,
  within30: 1,
  abandoned: 2,
};

describe('How soon people are answered', () => {
  it('is told to everybody, by age group, in plain words', async () => {
    const groups = [nobody, some];
    fakeFetch({
      'GET /api/service-figures': ok({ since: '2026-11-14T01:00:00.000Z', groups }),
    });
    await show(<ServiceFigures />, { words: ['service'] });
    const one = await screen.findByRole('region', { name: '60 到 79 岁' });
    for (const words of ['20 位', '13 秒', '100 位里有 85 位', '100 位里有 100 位', '2 位']) {
      expect(within(one).getByText(words)).toBeInTheDocument();
    }
    expect(screen.queryByRole('region', { name: '60 岁以下' })).not.toBeInTheDocument();
  });

  it('says so where nobody has asked', async () => {
    fakeFetch({
      'GET /api/service-figures': ok({ since: '2026-11-14T01:00:00.000Z', groups: [nobody] }),
    });
    await show(<ServiceFigures />, { words: ['service'] });
    expect(await screen.findByText('这几天还没有人找过。')).toBeInTheDocument();
  });

  it('can be asked for again', async () => {
    let isUp = false;
    fakeFetch({
      'GET /api/service-figures': () =>
        isUp
          ? ok({ since: '2026-11-14T01:00:00.000Z', groups: [some] })
          : problem(500, 'internal', '我们这边出了问题。'),
    });
    await show(<ServiceFigures />, { words: ['service'] });
    expect(await screen.findByRole('alert')).toHaveTextContent('我们这边出了问题。');
    isUp = true;
    await userEvent.setup().click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByRole('region', { name: '60 到 79 岁' })).toBeInTheDocument();
  });
});

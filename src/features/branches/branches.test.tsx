import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { Branches } from './branches.tsx';

const branch = {
  id: 'b1',
  name: '青山县网点',
  level: 'county',
  address: '人民路 8 号',
  phone: '0572-8000-0003',
  hours: '08:30-17:00',
  aids: ['ramp', 'reading-glasses', 'a-later-aid'],
};

async function open(routes: Routes) {
  fakeFetch(routes);
  await show(<Branches />, { words: ['branches'] });
  return userEvent.setup();
}

describe('Branches', () => {
  it('are told with level, address, hours and what helps there, in words', async () => {
    await open({ 'GET /api/branches': ok({ branches: [branch] }) });
    const one = await screen.findByRole('article', { name: '青山县网点' });
    for (const words of ['县级网点', '人民路 8 号', '8:30 到 17:00', '坡道', '老花镜']) {
      expect(within(one).getByText(words)).toBeInTheDocument();
    }
    expect(one).not.toHaveTextContent('a-later-aid');
    expect(
      within(one).getByRole('link', { name: '打电话 0572-8000-0003，青山县网点' }),
    ).toHaveAttribute('href', 'tel:057280000003');
  });

  it('leave the telephone when none is known', async () => {
    await open({ 'GET /api/branches': ok({ branches: [] }) });
    expect(await screen.findByText(/请打电话 95500 12/)).toBeInTheDocument();
  });

  it('can be asked for again when the insurer does not answer', async () => {
    let isUp = false;
    const user = await open({
      'GET /api/branches': () =>
        isUp
          ? ok({ branches: [branch] })
          : problem(503, 'insurer-unavailable', '保险公司的系统暂时连不上。'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('保险公司的系统暂时连不上。');
    isUp = true;
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText('青山县网点')).toBeInTheDocument();
  });
});

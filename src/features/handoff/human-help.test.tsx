import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fakeFetch, ok } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { HumanHelp } from './human-help.tsx';

const request = {
  conversationId: 'c1',
  position: 2,
  waitSeconds: null,
  state: 'waiting' as const,
  askedAt: '2026-11-22T01:00:00.000Z',
  isOpen: true,
  offersCallback: false,
};

it('the button says the place, on the page of the conversation only when it is tapped there', async () => {
  fakeFetch({
    'POST /api/help-requests': ok(request),
    'GET /api/help-requests/current': ok(request),
  });
  const elsewhere = await show(<HumanHelp page="/claims" />, { words: [] });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /找真人/ }));
  expect(await screen.findByText(/第 2 位/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '看排队情况' })).toHaveAttribute('href', '/human/c1');
  elsewhere.unmount();
  await show(<HumanHelp page="/human/c1" />, { words: [] });
  expect(screen.queryByText(/第 2 位/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /找真人/ }));
  expect(await screen.findByText(/第 2 位/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '看排队情况' })).not.toBeInTheDocument();
});

it('the button says that the person comes when the house opens, where nobody is there now', async () => {
  fakeFetch({ 'POST /api/help-requests': ok({ ...request, isOpen: false }) });
  await show(<HumanHelp page="/claims" />, { words: [] });
  await userEvent.click(screen.getByRole('button', { name: /找真人/ }));
  expect(await screen.findByText(/第 2 位.*一上班就找您/)).toBeInTheDocument();
});

it('with somebody there it leads back to the conversation, not to a queue', async () => {
  const active = { ...request, state: 'active' as const, position: 0 };
  fakeFetch({
    'POST /api/help-requests': ok(active),
    'GET /api/help-requests/current': ok(active),
  });
  await show(<HumanHelp page="/claims" />, { words: [] });
  await userEvent.click(screen.getByRole('button', { name: /找真人/ }));
  expect(await screen.findByText(/客服已经接到/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '回到对话' })).toHaveAttribute('href', '/human/c1');
});

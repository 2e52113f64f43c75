import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import type { Proposal } from '#domain/api/conversation.ts';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { AT } from '../../../test/support/open-desk.tsx';
import { show } from '../../../test/support/show.tsx';
import { HelpFill } from './help-fill.tsx';

const draft = {
  id: 'd1',
  flow: 'hospital',
  version: 3,
  answers: { hospital: '青石医院', idNumber: '****' },
  maskedFields: ['idNumber'],
  customerOnly: ['account', 'consent'],
};
const proposal = (facts: Partial<Proposal>): Proposal => ({
  id: 'p1',
  draftId: 'd1',
  field: 'hospital',
  value: '云江医院',
  state: 'open',
  staffName: '李强',
  at: AT,
  ...facts,
});

async function openForm(routes: Routes = {}, proposals: readonly Proposal[] = []) {
  const calls = fakeFetch({
    'POST /api/conversations/h1/events?as=staff': ok({ seq: 2 }),
    'POST /api/drafts/d1/proposals?as=staff': ok({ id: 'p2' }),
    ...routes,
  });
  const onChanged = vi.fn();
  await show(
    <HelpFill
      conversationId="h1"
      draft={draft}
      proposals={proposals}
      questions={[
        { field: 'hospital', label: '医院', answer: '青石医院' },
        { field: 'idNumber', label: '身份证号', answer: '****' },
        { field: 'account', label: '收款卡号', whyNot: 'payee' },
      ]}
      say={(_field, value) => String(value)}
      control={({ field, value, onChange, error }) => (
        <TextBox
          label={`建议 ${field}`}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          error={error}
        />
      )}
      problemOf={(_field, value) => (value === '?' ? '没有这家医院。' : undefined)}
      onChanged={onChanged}
    />,
    { words: ['staff-desk'] },
  );
  const sent = () =>
    calls.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));
  return { sent, onChanged, user: userEvent.setup() };
}
const question = (name: string) => screen.getByRole('group', { name });
const propose = (name: string) => screen.getByRole('button', { name: `提建议：${name}` });

describe('The shared form on the desk', () => {
  it('shows every question with its answer, and which one is the customer’s alone', async () => {
    await openForm();
    expect(question('医院')).toHaveTextContent('青石医院');
    expect(question('收款卡号')).toHaveTextContent('还没填');
    expect(question('收款卡号')).toHaveTextContent('收款的事只能客户自己填');
    expect(screen.queryByRole('button', { name: '提建议：收款卡号' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: '指给客户看：收款卡号' })).toBeInTheDocument();
  });

  it('points at a question', async () => {
    const { sent, user } = await openForm();
    await user.click(screen.getByRole('button', { name: '指给客户看：收款卡号' }));
    expect(sent()).toEqual([
      {
        path: '/api/conversations/h1/events?as=staff',
        body: {
          clientId: expect.any(String),
          kind: 'pointed',
          body: { draftId: 'd1', field: 'account' },
        },
      },
    ]);
  });

  it('proposes an answer, beginning with the present one, for the form as it was seen', async () => {
    const { sent, onChanged, user } = await openForm();
    await user.click(propose('医院'));
    const box = screen.getByRole('textbox', { name: '建议 hospital' });
    expect(box).toHaveValue('青石医院');
    await user.clear(box);
    await user.type(box, '云江医院');
    await user.click(screen.getByRole('button', { name: '发给客户' }));
    expect(sent()).toEqual([
      {
        path: '/api/drafts/d1/proposals?as=staff',
        body: { field: 'hospital', value: '云江医院', baseVersion: 3 },
      },
    ]);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('begins empty where the present answer is masked: stars are never proposed', async () => {
    const { sent, user } = await openForm();
    await user.click(propose('身份证号'));
    expect(screen.getByRole('textbox')).toHaveValue('');
    await user.click(screen.getByRole('button', { name: '发给客户' }));
    expect(screen.getByText('请先填建议。')).toBeInTheDocument();
    expect(sent()).toEqual([]);
  });

  it('sends nothing that the form itself would refuse', async () => {
    const { sent, user } = await openForm();
    await user.click(propose('医院'));
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), '?');
    await user.click(screen.getByRole('button', { name: '发给客户' }));
    expect(screen.getByText('没有这家医院。')).toBeInTheDocument();
    expect(sent()).toEqual([]);
    await user.type(screen.getByRole('textbox'), '!');
    expect(screen.queryByText('没有这家医院。')).not.toBeInTheDocument();
  });

  it('says why the server refused, keeps what was typed, and looks at the form anew', async () => {
    const { onChanged, user } = await openForm({
      'POST /api/drafts/d1/proposals?as=staff': problem(
        409,
        'draft-changed',
        '客户刚改过，请再看一眼。',
      ),
    });
    await user.click(propose('医院'));
    await user.click(screen.getByRole('button', { name: '发给客户' }));
    expect(await screen.findByText('客户刚改过，请再看一眼。')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('青石医院');
    expect(onChanged).toHaveBeenCalledOnce();
  });

  it('says of the newest proposal what became of it', async () => {
    await openForm({}, [
      proposal({ id: 'p1', state: 'declined', at: '2026-11-22T08:00:00+08:00' }),
      proposal({ id: 'p2', state: 'accepted', value: '海滨医院' }),
    ]);
    expect(question('医院')).toHaveTextContent('李强建议：海滨医院 客户采纳了');
    expect(question('医院')).not.toHaveTextContent('云江医院');
  });

  it('is worked by keys alone: the focus stays with the question that is opened and put away', async () => {
    const { sent, user } = await openForm();
    propose('医院').focus();
    await user.keyboard('{Enter}');
    expect(question('医院')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('textbox')).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(screen.getByRole('button', { name: '不提了' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(question('医院')).toHaveFocus();
    await user.tab();
    expect(propose('医院')).toHaveFocus();
    expect(sent()).toEqual([]);
  });

  it('has no accessibility fault while a proposal is written', async () => {
    const { user } = await openForm({}, [proposal({})]);
    await user.click(propose('医院'));
    expect(within(question('医院')).getByRole('textbox')).toBeInTheDocument();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

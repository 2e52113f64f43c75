import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnswerValue } from '#domain/flow/types.ts';
import { outpatient } from '#domain/claims/outpatient.ts';
import { ClaimFlow } from '#features/claim-flow/claim-flow.tsx';
import { forgetClaim } from '#features/claim-flow/claims-in-hand.ts';
import { forgetHelp } from '#features/help-fill/help-feed.ts';
import { draftServer, empty } from '../../../test/support/draft-server.ts';
import { noContent, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { fakeLogServer, type FakeLogServer } from '../../../test/support/fake-log-server.ts';
import { ownPhone } from '../../../test/support/own-phone.ts';
import { show } from '../../../test/support/show.tsx';
import { helpContextStore } from '../shell/help-context.ts';
import { useClaimHelp } from './use-claim-help.tsx';

function Claim({ stepId }: { stepId: string }) {
  const help = useClaimHelp();
  return (
    <ClaimFlow
      flow={outpatient}
      stepId={stepId}
      customer={null}
      onGo={() => undefined}
      onWho={() => undefined}
      onDraft={(draftId) => helpContextStore.setState({ draftId })}
      help={help}
    />
  );
}

/** A claim at its second page of questions, with somebody of the staff in a conversation with its customer. */
async function openClaim(stepId: string, routes: Routes = {}, isAsked = true) {
  ownPhone();
  const draft = draftServer({
    ...empty,
    flow: 'outpatient',
    flowVersion: outpatient.version,
    answers: {
      cause: 'illness',
      healthConsent: true,
      invoicePhotos: 'visit',
      recordPhotos: 'visit',
    },
  });
  const server = fakeLogServer({
    ...draft.routes,
    'GET /api/help-requests/current': isAsked ? ok({ conversationId: 'h1' }) : noContent,
    'POST /api/drafts/d1/proposals/p1/accept': () =>
      draft.state.isOffline ? 'offline' : ok(draft.draft()),
    ...routes,
  });
  server.write('requested', 'customer');
  const result = await show(<Claim stepId={stepId} />, {
    words: ['claims', 'claims/outpatient', 'offline', 'problems', 'glossary'],
  });
  await screen.findByRole('heading', { level: 1, name: /看|可以|多少/ });
  if (isAsked) await waitFor(() => expect(server.streams.length).toBeGreaterThan(0));
  return { ...result, server, draft, user: userEvent.setup() };
}
const propose = (server: FakeLogServer, field: string, value: AnswerValue, proposalId = 'p1') =>
  act(
    async () =>
      void server.write('proposal', 'agent', {
        proposalId,
        draftId: 'd1',
        field,
        value,
        staffName: '王芳',
      }),
  );
const point = (server: FakeLogServer, field: string) =>
  act(async () => void server.write('pointed', 'agent', { draftId: 'd1', field }));
const posts = (server: FakeLogServer) =>
  server.calls.filter((call) => call.startsWith('POST /api/drafts/'));

afterEach(() => {
  // First the page goes, then what it looked at.
  cleanup();
  forgetHelp();
  forgetClaim(outpatient);
  helpContextStore.setState({ draftId: undefined });
});

describe('A claim that staff help to fill', () => {
  it('shows who proposes what beside the present answer, announces it once, and leaves the focus alone', async () => {
    const { server, user, container } = await openClaim('visit');
    const box = screen.getByRole('textbox', { name: /发票一共多少钱/ });
    await user.type(box, '80');
    await propose(server, 'amountFen', 12_050);
    const card = await screen.findByRole('region', { name: '客服的建议：发票金额' });
    expect(card).toHaveTextContent('客服王芳给您提了一条建议');
    expect(within(card).getByText(/80\.00/)).toBeInTheDocument();
    expect(within(card).getByText(/120\.50/)).toBeInTheDocument();
    expect(box).toHaveFocus();
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said.filter((text) => text?.includes('发票金额'))).toEqual([
      expect.stringMatching(/^客服王芳给您提了一条建议：发票金额，.*120\.50/),
    ]);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });

  it('fills in what the customer says yes to, as their own answer, and tells the staff', async () => {
    const { server, draft, user } = await openClaim('visit');
    await propose(server, 'amountFen', 12_050);
    await user.click(await screen.findByRole('button', { name: '采纳' }));
    expect(screen.getByText('已采纳，填好了。', { exact: false })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: /发票一共多少钱/ })).toHaveValue('120.50');
    await waitFor(() => expect(posts(server)).toEqual(['POST /api/drafts/d1/proposals/p1/accept']));
    expect(draft.draft().answers.amountFen).toBe(12_050);
  });

  it('leaves everything as it is when the customer says no', async () => {
    const { server, draft, user } = await openClaim('visit');
    await propose(server, 'amountFen', 12_050);
    await user.click(await screen.findByRole('button', { name: '不采纳' }));
    expect(screen.getByText('没有采纳，您填的没变。', { exact: false })).toHaveFocus();
    await waitFor(() =>
      expect(posts(server)).toEqual(['POST /api/drafts/d1/proposals/p1/decline']),
    );
    expect(draft.draft().answers.amountFen).toBeUndefined();
  });

  it('shows a newer proposal instead of the older one, and none that was decided elsewhere', async () => {
    const { server } = await openClaim('visit');
    await propose(server, 'amountFen', 100);
    await propose(server, 'amountFen', 200, 'p2');
    const card = await screen.findByRole('region', { name: '客服的建议：发票金额' });
    expect(card).toHaveTextContent('2.00');
    expect(card).not.toHaveTextContent('1.00');
    await act(
      async () =>
        void server.write('proposal-declined', 'customer', {
          proposalId: 'p2',
          field: 'amountFen',
        }),
    );
    expect(screen.queryByRole('button', { name: '采纳' })).not.toBeInTheDocument();
  });

  it('leads from another page to the question, and says so where it is not asked yet', async () => {
    const { server } = await openClaim('cause');
    await propose(server, 'amountFen', 12_050);
    expect(
      await screen.findByText(/客服王芳给您提了一条建议：发票金额/, { selector: '.help-line p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '采纳' })).not.toBeInTheDocument();
    await propose(server, 'visitedOn', '2026-11-03', 'p2');
    expect(await screen.findByRole('link', { name: '去看看：看病日期' })).toHaveAttribute(
      'href',
      '/claims/new/outpatient/visit?from=cause',
    );
  });

  it('marks the question that staff point at, with a word', async () => {
    const { server } = await openClaim('visit');
    await point(server, 'amountFen');
    expect(await screen.findByText('客服请您看这一题')).toBeInTheDocument();
  });

  it('leads to a pointed question from another page', async () => {
    const { server } = await openClaim('cause');
    await point(server, 'visitedOn');
    expect(await screen.findByRole('link', { name: '去看看：看病日期' })).toBeInTheDocument();
  });

  it('keeps a yes that was said without a signal, and tells it when there is one', async () => {
    const { server, draft, user } = await openClaim('visit');
    await propose(server, 'amountFen', 12_050);
    draft.state.isOffline = true;
    server.network.isOff = true;
    await user.click(await screen.findByRole('button', { name: '采纳' }));
    expect(await screen.findByText(/有网了就告诉客服/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /发票一共多少钱/ })).toHaveValue('120.50');
    draft.state.isOffline = false;
    server.network.isOff = false;
    await act(async () => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(draft.draft().answers.amountFen).toBe(12_050));
    await waitFor(() =>
      expect(posts(server).slice(-1)).toEqual(['POST /api/drafts/d1/proposals/p1/accept']),
    );
    await waitFor(() => expect(screen.queryByText(/有网了就告诉客服/)).not.toBeInTheDocument());
  });

  it('puts both answers side by side where another phone has answered meanwhile; nothing is told before the choice', async () => {
    const { server, draft, user } = await openClaim('visit');
    await propose(server, 'amountFen', 12_050);
    draft.changeElsewhere({ amountFen: 5000 });
    await user.click(await screen.findByRole('button', { name: '采纳' }));
    expect(await screen.findByRole('button', { name: /50\.00/ })).toBeInTheDocument();
    expect(posts(server)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /120\.50/ }));
    await waitFor(() => expect(draft.draft().answers.amountFen).toBe(12_050));
    await act(async () => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(posts(server)).toEqual(['POST /api/drafts/d1/proposals/p1/accept']));
  });

  it('goes on in peace when the proposal is gone meanwhile', async () => {
    const { server, user } = await openClaim('visit', {
      'POST /api/drafts/d1/proposals/p1/decline': problem(409, 'proposal-gone', 'x'),
    });
    await propose(server, 'amountFen', 12_050);
    await user.click(await screen.findByRole('button', { name: '不采纳' }));
    expect(screen.getByText(/没有采纳/)).toBeInTheDocument();
  });

  it('asks for nothing of this where no person was asked for', async () => {
    const { server } = await openClaim('visit', {}, false);
    await vi.waitFor(() => expect(server.calls).toContain('GET /api/help-requests/current'));
    expect(server.calls.filter((call) => call.includes('/conversations/'))).toEqual([]);
  });
});

import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { vi } from 'vitest';
import type { ConversationContext, Desk, QueueRow } from '#domain/api/staff-queue.ts';
import { StaffDesk } from '#features/staff-desk/staff-desk.tsx';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault } from '#platform/storage/vault.ts';
import { ok, type Routes } from './fake-fetch.ts';
import { fakeLogServer } from './fake-log-server.ts';
import { show } from './show.tsx';

/** When everything in these examples happened. */
export const AT = '2026-11-22T09:00:00+08:00';
export const row: QueueRow = {
  conversationId: 'h1',
  state: 'waiting',
  position: 1,
  page: '/claims/new/hospital/invoice',
  step: 'invoice',
  flow: 'hospital',
  mode: 'senior',
  lng: 'zh-CN',
  customerName: '王女士',
  maskedPhone: '138****0001',
  enqueuedAt: AT,
  asked: 2,
  wants: 'chat',
  ageBand: '60to79',
  needs: ['dialect:yue'],
  why: { waitedSeconds: 75, creditSeconds: 600, rankAt: AT },
  isMine: false,
};
export const desk: Desk = {
  presence: { state: 'available', capacity: 3, active: 1, skills: [] },
  offers: [],
  conversations: [],
  waiting: 1,
  longestWaitSeconds: 75,
};
export const context: ConversationContext = {
  conversationId: 'h1',
  state: 'active',
  wants: 'chat',
  page: '/claims/new/hospital/invoice',
  mode: 'senior',
  lng: 'zh-CN',
  needs: [],
  tried: ['photo', 'card-length'],
  asked: 2,
  customerName: '王女士',
  maskedPhone: '138****0001',
  ageBand: '60to79',
  askedAt: AT,
  isMine: true,
  draft: {
    id: 'd1',
    flow: 'hospital',
    version: 3,
    answers: { cause: 'illness' },
    maskedFields: [],
    customerOnly: [],
  },
  proposals: [],
  claims: [],
  notes: [{ id: 'n1', text: '听力不好', staffName: '李强', at: AT }],
  receipts: { customer: { deliveredTo: 0, readTo: 0 }, staff: { deliveredTo: 0, readTo: 0 } },
  lastSeq: 1,
};

type DeskProps = Pick<Parameters<typeof StaffDesk>[0], 'openId' | 'onGo' | 'onSignedOut'>;

/** The desk in an app that goes where it is told: another path is another page. */
function Desk({ openId, onGo, onSignedOut }: DeskProps) {
  const [open, setOpen] = useState(openId);
  return (
    <StaffDesk
      key={open}
      openId={open}
      onGo={(path) => {
        onGo(path);
        setOpen(path.split('/')[3]);
      }}
      onSignedOut={onSignedOut}
      placeName={({ page }) => `在 ${page}`}
      answers={() => <p>生病</p>}
    />
  );
}

/** The desk of a member of staff with one person waiting. @param openId the conversation that is open in it */
export async function openDesk(
  routes: Routes = {},
  { openId, role = 'agent' }: { openId?: string; role?: string } = {},
) {
  usePhoneVault(createPageVault());
  const server = fakeLogServer({
    'GET /api/staff/me': ok({ id: 's1', username: 'agent1', displayName: '林晓燕', role }),
    'GET /api/staff/queue': ok({ requests: [row], nextId: 'h1' }),
    'GET /api/staff/conversations/h1': ok(context),
    ...routes,
  });
  server.write('requested', 'customer', { page: '/', mode: 'senior', lng: 'zh-CN' });
  const onGo = vi.fn();
  const onSignedOut = vi.fn();
  await show(<Desk openId={openId} onGo={onGo} onSignedOut={onSignedOut} />, {
    words: ['staff', 'staff-desk', 'claims', 'problems'],
  });
  const tellDesk = (over: Partial<Desk> = {}) =>
    act(async () => server.tell('desk', { ...desk, ...over }));
  await tellDesk();
  const posts = () => server.calls.filter((call) => call.startsWith('POST'));
  return { server, onGo, onSignedOut, tellDesk, posts, user: userEvent.setup() };
}

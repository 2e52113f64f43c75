import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog, type Log } from '#platform/log/log.ts';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault } from '#platform/storage/vault.ts';
import { ok } from '../../../test/support/fake-fetch.ts';
import { fakeLogServer } from '../../../test/support/fake-log-server.ts';
import { show } from '../../../test/support/show.tsx';
import { keptStaffCall } from './kept-staff-call.ts';
import { StaffCallBar } from './staff-call-bar.tsx';
import { StaffCall } from './staff-call.tsx';

/** A connection that is there at once. */
class Connection {
  signalingState = 'have-local-offer';
  connectionState = 'new';
  onconnectionstatechange: (() => void) | null = null;
  addTrack = () => undefined;
  createOffer = async () => ({ type: 'offer', sdp: 'offer' });
  createAnswer = async () => ({ type: 'answer', sdp: 'answer' });
  setLocalDescription = async () => {
    this.connectionState = 'connected';
    setTimeout(() => this.onconnectionstatechange?.());
  };
  setRemoteDescription = async () => undefined;
  addIceCandidate = async () => undefined;
  close = () => undefined;
}

const track = { enabled: true, stop: vi.fn(), onended: null };

/** The desk with one of two talks open, or a page without any. */
function Desk({ logs }: { logs: Record<string, Log> }) {
  const [open, setOpen] = useState('王女士');
  const log = logs[open];
  return (
    <>
      <StaffCallBar />
      <h1 tabIndex={-1} data-page-title="">
        求助台
      </h1>
      {log ? <StaffCall key={open} id={open} name={open} log={log} /> : null}
      {['王女士', '李先生', '理赔'].map((name) => (
        <button key={name} type="button" onClick={() => setOpen(name)}>
          {`去 ${name}`}
        </button>
      ))}
    </>
  );
}

beforeEach(() => {
  usePhoneVault(createPageVault());
  sessionStorage.clear();
  vi.stubGlobal('RTCPeerConnection', Connection);
  // jsdom plays nothing.
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
  const stream = { getTracks: () => [track], getAudioTracks: () => [track] };
  Object.assign(navigator, { mediaDevices: { getUserMedia: async () => stream } });
});
afterEach(() => {
  // Where the talk was open, leaving it keeps the call.
  cleanup();
  keptStaffCall.getState().away?.end();
  track.enabled = true;
  track.stop.mockClear();
});

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const strip = () => screen.findByRole('region', { name: '进行中的通话' });
const noStrip = () => expect(screen.queryByRole('region', { name: '进行中的通话' })).toBeNull();

/** In a call with 王女士, and gone to the talk with 李先生. */
async function openOther() {
  const server = fakeLogServer({
    'GET /api/voice/config': ok({ iceServers: [], ttlSeconds: 60, isRecorded: false, notice: 1 }),
  });
  server.state = 'active';
  const logOf = async (conversationId: string) => {
    const log = createLog({ conversationId, as: 'staff' });
    log.start();
    await vi.waitFor(() => expect(log.store.getState().isLoaded).toBe(true));
    return log;
  };
  const logs = { 王女士: await logOf('王女士') } as Record<string, Log>;
  await show(<Desk logs={logs} />, { words: ['staff-call'] });
  await act(
    async () => void server.write('call-offer', 'customer', { callId: 'c1', sdp: 'offer' }),
  );
  await press('接');
  await screen.findByText('正在通话');
  // To this test's server both are one log: of the call, which was answered, the second talk makes nothing.
  logs['李先生'] = await logOf('李先生');
  await press('去 李先生');
  return { server, bar: within(await strip()) };
}
const ended = (server: { events: readonly { kind: string }[] }) =>
  server.events.filter(({ kind }) => kind === 'call-ended').length;

it('goes on while another talk is open: the strip says with whom, mutes, and leads back', async () => {
  const { server, bar } = await openOther();
  expect(bar.getByText(/王女士：\s*正在通话/)).toBeVisible();
  expect(track.stop).not.toHaveBeenCalled();
  expect(bar.getByRole('link', { name: '回到这个会话' })).toHaveAttribute(
    'href',
    `/staff/queue/王女士`,
  );
  await userEvent.click(bar.getByRole('button', { name: '静音' }));
  expect(track.enabled).toBe(false);
  expect(bar.getByText(/客户听不见您/)).toBeVisible();
  await press('去 理赔');
  expect(bar.getByText(/正在通话/)).toBeVisible();
  await press('去 王女士');
  noStrip();
  expect(screen.getByRole('button', { name: '取消静音' })).toBeVisible();
  expect(ended(server)).toBe(0);
});

it('lets nobody begin a second call meanwhile, and says why', async () => {
  await openOther();
  expect(screen.getByText('您正在和 王女士 通话。先挂断，再打这边。')).toBeVisible();
  expect(screen.queryByRole('button', { name: '打给客户' })).toBeNull();
  await press('挂断');
  expect(screen.getByRole('button', { name: '打给客户' })).toBeVisible();
});

it('is hung up from any page, which then is as it was', async () => {
  const { server } = await openOther();
  await press('挂断');
  noStrip();
  expect(screen.getByRole('heading', { name: '求助台' })).toHaveFocus();
  expect(track.stop).toHaveBeenCalled();
  await vi.waitFor(() => expect(ended(server)).toBe(1));
});

it('says that the customer hung up, until that was read', async () => {
  const { server, bar } = await openOther();
  await act(
    async () => void server.write('call-ended', 'customer', { callId: 'c1', reason: 'hung-up' }),
  );
  expect(await bar.findByText(/王女士：\s*通话结束。/)).toBeVisible();
  await press('知道了');
  noStrip();
});

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '#platform/log/log.ts';
import { isHushed } from '#platform/speech/hush.ts';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault } from '#platform/storage/vault.ts';
import { ok } from '../../../test/support/fake-fetch.ts';
import { fakeLogServer } from '../../../test/support/fake-log-server.ts';
import { show } from '../../../test/support/show.tsx';
import { CallBar } from './call-bar.tsx';
import { keptCall } from './kept-call.ts';
import { StaffCall } from './staff-call.tsx';
import { VoiceCall, type VoiceCallProps } from './voice-call.tsx';

/** A connection that waits for the test. */
class Connection {
  static last: Connection | undefined;
  signalingState = 'have-local-offer';
  connectionState = 'new';
  onconnectionstatechange: (() => void) | null = null;
  constructor() {
    Connection.last = this;
  }
  addTrack = () => undefined;
  createOffer = async () => ({ type: 'offer', sdp: 'offer' });
  createAnswer = async () => ({ type: 'answer', sdp: 'answer' });
  setLocalDescription = async () => undefined;
  setRemoteDescription = async () => undefined;
  addIceCandidate = async () => undefined;
  close = () => undefined;
  connect() {
    this.connectionState = 'connected';
    this.onconnectionstatechange?.();
  }
}

const track = { enabled: true, stop: vi.fn(), onended: null };
const getUserMedia = vi.fn();

/** The conversation's page and another one, with what stands on both. */
function TwoPages(props: VoiceCallProps) {
  const [isHere, setHere] = useState(true);
  return (
    <>
      <CallBar />
      {isHere ? (
        <VoiceCall {...props} />
      ) : (
        <h1 tabIndex={-1} data-page-title="">
          我的理赔
        </h1>
      )}
      <button type="button" onClick={() => setHere(!isHere)}>
        换一页
      </button>
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
  Object.assign(navigator, { mediaDevices: { getUserMedia } });
  getUserMedia.mockResolvedValue({ getTracks: () => [track], getAudioTracks: () => [track] });
});
afterEach(() => {
  keptCall.getState().kept?.end();
  track.enabled = true;
  track.stop.mockClear();
});

async function open(as: 'customer' | 'staff', isRecorded = false) {
  const server = fakeLogServer({
    'GET /api/voice/config': ok({
      iceServers: [],
      ttlSeconds: 60,
      isRecorded,
      recordingDays: 92,
      notice: 2,
    }),
  });
  server.state = 'active';
  server.write('taken', 'system', { staffName: '王芳' });
  const log = createLog({ conversationId: 'h1', as });
  log.start();
  await vi.waitFor(() => expect(log.store.getState().isLoaded).toBe(true));
  const onCallMe = vi.fn();
  await show(
    as === 'customer' ? (
      <TwoPages id="h1" log={log} isActive onCallMe={onCallMe} />
    ) : (
      <StaffCall id="h1" name="王女士" log={log} />
    ),
    { words: ['conversation', 'call', 'recording', 'staff-call', 'staff-recording'] },
  );
  return { server, log, onCallMe };
}
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const later = (work: () => void) => act(async () => work());
const heading = (name: string) => screen.findByRole('heading', { name });
const written = (server: { events: readonly { kind: string; body: object }[] }, kind: string) =>
  server.events.filter((event) => event.kind === kind).map(({ body }) => body);

it('calls at a tap, says what to do meanwhile, and lets go again', async () => {
  const { server } = await open('customer');
  await tap('在这里通话');
  expect(await heading('正在叫客服')).toHaveFocus();
  expect(isHushed()).toBe(true);
  await tap('不打了');
  await heading('您挂断了');
  expect(isHushed()).toBe(false);
  expect(track.stop).toHaveBeenCalled();
  await vi.waitFor(() => expect(written(server, 'call-ended')).toHaveLength(1));
});

it('rings as a card in the page, takes no focus, and is heard after one tap', async () => {
  const { server } = await open('customer');
  await later(() => server.write('call-offer', 'agent', { callId: 'c1', sdp: 'offer' }));
  const title = await heading('客服想跟您通话');
  expect(title).not.toHaveFocus();
  expect(screen.queryByRole('dialog')).toBeNull();
  await tap('接');
  await heading('正在接通');
  await later(() => Connection.last?.connect());
  await heading('正在跟客服通话');
  expect(screen.getByText('对方听得见您。')).toBeVisible();
  await tap('静音');
  expect(track.enabled).toBe(false);
  expect(screen.getByText('对方听不见您。')).toBeVisible();
  await tap('取消静音');
  expect(track.enabled).toBe(true);
});

/** In a call that staff began, gone to another page. */
async function openElsewhere() {
  const opened = await open('customer');
  await later(() => opened.server.write('call-offer', 'agent', { callId: 'c1', sdp: 'offer' }));
  await heading('客服想跟您通话');
  await tap('接');
  await heading('正在接通');
  await later(() => Connection.last?.connect());
  await heading('正在跟客服通话');
  await tap('换一页');
  const bar = await screen.findByRole('region', { name: '通话' });
  return { ...opened, bar };
}

it('goes on while another page is looked at, which says so and leads back to it', async () => {
  const { server, bar } = await openElsewhere();
  expect(within(bar).getByText('正在跟客服通话')).toBeVisible();
  expect(within(bar).getByRole('link', { name: '回到通话' })).toHaveAttribute('href', '/human/h1');
  expect(track.stop).not.toHaveBeenCalled();
  expect(isHushed()).toBe(true);
  await tap('换一页');
  await heading('正在跟客服通话');
  expect(screen.queryByRole('region', { name: '通话' })).toBeNull();
  expect(screen.getByRole('button', { name: '静音' })).toBeVisible();
  expect(written(server, 'call-ended')).toEqual([]);
});

it('is hung up from another page, which then is as it was', async () => {
  const { server } = await openElsewhere();
  await tap('挂断');
  expect(screen.queryByRole('region', { name: '通话' })).toBeNull();
  expect(screen.getByRole('heading', { name: '我的理赔' })).toHaveFocus();
  await vi.waitFor(() => expect(written(server, 'call-ended')).toHaveLength(1));
  expect(track.stop).toHaveBeenCalled();
  expect(isHushed()).toBe(false);
});

it('that ends while another page is looked at says so there until it was read', async () => {
  const { server, bar } = await openElsewhere();
  await later(() => server.write('call-ended', 'agent', { callId: 'c1', reason: 'hung-up' }));
  expect(await within(bar).findByText('通话结束了')).toBeVisible();
  expect(isHushed()).toBe(false);
  await tap('知道了');
  expect(screen.queryByRole('region', { name: '通话' })).toBeNull();
});

it('asks before a recording, and a no lets the call go on', async () => {
  const { server } = await open('customer', true);
  await tap('在这里通话');
  await heading('要不要录音？');
  expect(screen.getByText(/92 天/)).toBeVisible();
  await tap('不录音');
  await heading('正在叫客服');
  await vi.waitFor(() =>
    expect(written(server, 'consent')).toMatchObject([{ what: 'recording', given: false }]),
  );
});

it('without a microphone says why in plain words, with the telephone and a call-back beside it', async () => {
  getUserMedia.mockRejectedValue(Object.assign(new Error('no'), { name: 'NotAllowedError' }));
  const { server, onCallMe } = await open('customer');
  await tap('在这里通话');
  expect(await heading('没有用上话筒')).toHaveFocus();
  expect(screen.getByRole('link', { name: '95500 12' })).toHaveAttribute('href', 'tel:9550012');
  expect(written(server, 'call-offer')).toEqual([]);
  await tap('请客服打给我');
  expect(onCallMe).toHaveBeenCalled();
  expect(screen.getByRole('button', { name: '在这里通话' })).toBeVisible();
});

it('shows staff what the customer said about a recording, and why a call did not come about', async () => {
  const { server } = await open('staff');
  await later(() => {
    server.write('call-offer', 'customer', { callId: 'c1', sdp: 'offer' });
    const no = { what: 'recording', given: false, notice: 2, callId: 'c1' };
    server.write('consent', 'customer', no);
  });
  await screen.findByText('客户想跟您通话');
  await tap('接');
  await screen.findByText('正在接通');
  await later(() => Connection.last?.connect());
  expect(await screen.findByText('客户不同意录音，请不要录。')).toBeVisible();
  await later(() =>
    server.write('call-ended', 'customer', { callId: 'c1', reason: 'unreachable' }),
  );
  expect(await screen.findByText('没有接通，请打电话。')).toBeVisible();
  expect(screen.getByRole('button', { name: '打给客户' })).toBeVisible();
});

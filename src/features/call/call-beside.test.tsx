import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { noCaptions, type Captions, type Sight } from '#platform/call/beside-view.ts';
import { atRest, type Call, type CallView } from '#platform/call/call-view.ts';
import { show } from '../../../test/support/show.tsx';
import { CallBeside } from './call-beside.tsx';
import { StaffBeside } from './staff-beside.tsx';

const setCamera = vi.fn();
const setCaptions = vi.fn();
const noteSeen = vi.fn();
const call = { setCamera, setCaptions, noteSeen } as unknown as Call;
const stream = {} as MediaStream;

beforeEach(() => {
  vi.clearAllMocks();
  // jsdom plays nothing.
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});

const viewOf = (sight: Partial<Sight>, captions: Partial<Captions> = {}): CallView => ({
  ...atRest,
  phase: 'talking',
  sight: { mine: 'off', theirs: 'off', ...sight },
  captions: { ...noCaptions, ...captions },
});
const customer = (sight: Partial<Sight>, captions?: Partial<Captions>) =>
  show(<CallBeside call={call} view={viewOf(sight, captions)} />, { words: ['call'] });
const staff = (sight: Partial<Sight>, captions?: Partial<Captions>) =>
  show(<StaffBeside call={call} view={viewOf(sight, captions)} />, { words: ['staff-call'] });
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('shows nobody before a tap, and offers one', async () => {
  await customer({});
  expect(document.querySelector('video')).toBeNull();
  await tap('让对方看见我');
  expect(setCamera).toHaveBeenCalledWith(true);
});

it.each<[string, Partial<Sight>]>([
  ['您看得见客服，客服看不见您。', { theirs: 'shown', picture: stream }],
  [
    '您看得见客服，客服也看得见您。',
    { theirs: 'shown', picture: stream, mine: 'on', own: stream, isSeen: true },
  ],
  ['客服看得见您，您看不见客服。', { mine: 'on', own: stream, isSeen: true }],
  ['您的画面没有传过去，声音照常。', { mine: 'on', own: stream, isSeen: false }],
  ['客服的画面马上就来。', { theirs: 'coming', picture: stream }],
  ['客服的画面没有来，声音照常。', { theirs: 'late', picture: stream }],
  ['没有找到摄像头，声音照常。', { trouble: 'missing' }],
])('says who sees whom: %s', async (line, sight) => {
  await customer(sight);
  expect(screen.getByText(line)).toBeVisible();
});

it('says that a picture is here once something of it is drawn', async () => {
  await customer({ theirs: 'coming', picture: stream });
  const video = screen.getByLabelText<HTMLVideoElement>('客服的画面');
  expect(video.muted).toBe(true);
  expect(video).toHaveAttribute('playsinline');
  fireEvent.loadedData(video);
  expect(noteSeen).not.toHaveBeenCalled();
  Object.defineProperty(video, 'videoWidth', { value: 640 });
  fireEvent.playing(video);
  expect(noteSeen).toHaveBeenCalled();
});

it('is hidden again by one tap', async () => {
  await customer({ mine: 'on', own: stream, isSeen: true });
  await tap('不让对方看见我');
  expect(setCamera).toHaveBeenCalledWith(false);
});

it('shows captions when they are asked for, as text that a screen reader follows', async () => {
  const lines = [{ id: 1, text: '您的材料齐了。' }];
  await customer({}, { canHave: true, isWanted: true, lines });
  expect(screen.getByRole('log', { name: '客服说的话' })).toHaveTextContent('您的材料齐了。');
  await tap('不要字幕');
  expect(setCaptions).toHaveBeenCalledWith(false);
});

it('says that a machine writes captions, and that they do not come', async () => {
  await customer({}, { canHave: true, isWanted: true });
  expect(screen.getByText('客服说话，字慢几秒出来。机器写的，可能有错。')).toBeVisible();
});

it('says so when captions fail, and names another way', async () => {
  await customer({}, { canHave: true, isWanted: true, isFailing: true });
  expect(screen.getByText('字幕现在出不来。可以请客服打字。')).toBeVisible();
});

it('has no button for captions that nobody can write, and says what helps', async () => {
  await customer({});
  expect(screen.queryByRole('button', { name: '显示字幕' })).toBeNull();
  expect(screen.getByText('听不清，可以请客服打字。')).toBeVisible();
});

it('tells staff who is seen and that their words become text', async () => {
  await staff(
    { mine: 'on', own: stream, isSeen: true, theirs: 'shown', picture: stream },
    { isWanted: true },
  );
  expect(screen.getByText('客户看得见您。')).toBeVisible();
  expect(screen.getByText('您看得见客户。')).toBeVisible();
  expect(screen.getByText(/您说的话会变成字，不保存/)).toBeVisible();
  await tap('关掉摄像头');
  expect(setCamera).toHaveBeenCalledWith(false);
});

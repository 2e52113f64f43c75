import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { RECORDING_NOTICE } from '#domain/handoff/recording.ts';
import { atRest, type Call, type CallView } from '#platform/call/call-view.ts';
import type { LogView } from '#platform/log/log.ts';
import { fakeFetch, noContent, ok, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { CustomerRecording, RecordingInBar } from './customer-recording.tsx';
import { keptCall, type KeptCall } from './kept-call.ts';
import { Recordings } from './recordings.tsx';

const EVENTS = 'POST /api/conversations/h1/events';

/** In a call that is heard; what the page writes into the log stands in it at once. */
async function inCall(Part: 'card' | 'bar' = 'card', routes: Routes = {}) {
  const log = createStore(() => ({ events: [] as StreamEvent[] }));
  const write = (kind: string, body: object) =>
    log.setState(({ events }) => ({
      events: [
        ...events,
        { seq: events.length + 1, kind, body: { callId: 'c1', ...body }, at: '' } as never,
      ],
    }));
  const view = createStore<CallView>()(() => ({ ...atRest, phase: 'talking' }));
  const calls = fakeFetch({
    [EVENTS]: ({ body }) => {
      const { kind, body: said } = body as { kind: string; body: object };
      write(kind, said);
      return ok({ seq: 9 });
    },
    ...routes,
  });
  const kept = {
    id: 'h1',
    log: { store: log as unknown as { getState: () => LogView } },
    call: { store: view, sides: () => ({ callId: 'c1', recordingDays: 92 }) } as unknown as Call,
    end: () => undefined,
  } as unknown as KeptCall;
  keptCall.setState({ kept });
  await show(Part === 'card' ? <CustomerRecording /> : <RecordingInBar kept={kept} />, {
    words: ['recording'],
  });
  return { calls, write: (kind: string, body = {}) => act(async () => write(kind, body)) };
}
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('says nothing of a recording until somebody asks, then all there is to know, and takes no focus', async () => {
  const { write, calls } = await inCall();
  expect(screen.queryAllByRole('button')).toEqual([]);
  await write('recording-asked');
  expect(screen.getByText('客服想给这次通话录音，可以吗？')).toBeVisible();
  for (const told of [/录什么/, /谁能听/, /92 天/, /一按就停/, /不录也一样/])
    expect(screen.getByText(told)).toBeVisible();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '可以录音',
    '不录音',
  ]);
  expect(document.body).toHaveFocus();
  await tap('不录音');
  expect(await screen.findByText('没有录音，接着说就行。')).toHaveFocus();
  expect(calls.map(({ body }) => body)).toMatchObject([
    { kind: 'consent', body: { given: false, notice: RECORDING_NOTICE, callId: 'c1' } },
  ]);
});

it('is stopped with one tap while it goes on, and what was recorded goes if that is wanted', async () => {
  const { write, calls } = await inCall('card', {
    'DELETE /api/conversations/h1/recordings/c1': noContent,
  });
  await write('recording-asked');
  await tap('可以录音');
  expect(await screen.findByText('正在录音')).toBeVisible();
  await tap('停止录音');
  expect(await screen.findByText('录音停了，通话还在。')).toHaveFocus();
  await tap('删掉已录的');
  await vi.waitFor(() => expect(calls.slice(-1)).toMatchObject([{ method: 'DELETE' }]));
  await write('recording-removed');
  expect(screen.getByText('录的已经删掉了。')).toBeVisible();
});

it('can be stopped from every other page too', async () => {
  const { write, calls } = await inCall('bar');
  await write('consent', { what: 'recording', given: true, notice: RECORDING_NOTICE });
  await tap('停止录音');
  await vi.waitFor(() => expect(calls).toMatchObject([{ body: { body: { given: false } } }]));
  await vi.waitFor(() => expect(screen.queryByText('正在录音')).toBeNull());
});

it('can be heard afterwards, and is deleted after a second yes', async () => {
  const path = '/api/conversations/h1/recordings';
  let recordings = [
    {
      callId: 'c1',
      startedAt: '2026-11-22T10:00:00Z',
      seconds: 65,
      keptUntil: '2027-02-22T10:00:00Z',
    },
  ];
  fakeFetch({
    [`GET ${path}`]: () => ok({ recordings }),
    [`DELETE ${path}/c1`]: () => {
      recordings = [];
      return noContent;
    },
  });
  await show(<Recordings id="h1" round={1} />, { words: ['recording'] });
  expect(await screen.findByText(/1 分 5 秒/)).toBeVisible();
  expect(screen.getByText(/留到2027年2月22日/)).toBeVisible();
  expect(screen.getByRole('button', { name: '听录音' })).toBeVisible();
  await tap('删除录音');
  await tap('不删');
  expect(recordings).toHaveLength(1);
  await tap('删除录音');
  await tap('删掉');
  expect(await screen.findByText('录的已经删掉了。')).toHaveFocus();
  await vi.waitFor(() => expect(screen.queryByText(/1 分 5 秒/)).toBeNull());
});

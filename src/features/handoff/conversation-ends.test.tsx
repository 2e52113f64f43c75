import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { fakeLogServer } from '../../../test/support/fake-log-server.ts';
import { openTalk, tap, waitingRequest } from '../../../test/support/open-talk.tsx';
import { show } from '../../../test/support/show.tsx';
import { Conversation } from './conversation.tsx';

const receipts = {
  customer: { deliveredTo: 0, readTo: 0 },
  staff: { deliveredTo: 0, readTo: 0 },
};
const called = {
  id: 'b1',
  conversationId: 'h1',
  state: 'waiting',
  maskedPhone: '138****0001',
  tries: 0,
  position: 2,
  waitSeconds: null,
};
const times = {
  isOpen: true,
  times: ['2026-11-22T10:00:00+08:00', '2026-11-22T10:30:00+08:00'],
};

afterEach(() => vi.unstubAllGlobals());

describe('The end of a talk', () => {
  const ended = (routes: Routes = {}) =>
    openTalk(routes, (one) => {
      one.state = 'closed';
      one.write('closed', 'agent', { reason: 'done' });
    });

  it('keeps what was said, and one tap opens it again', async () => {
    const { server } = await ended({
      'POST /api/conversations/h1/reopen': () => {
        server.state = 'waiting';
        server.write('reopened', 'customer');
        return ok(waitingRequest);
      },
    });
    expect(screen.getAllByText('这次说完了').length).toBeGreaterThan(0);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await tap('接着说');
    expect(await screen.findByText('您排第 2 位')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toBeInTheDocument();
  });

  it('leads to the other talk where there is one', async () => {
    const { onGo } = await ended({
      'POST /api/conversations/h1/reopen': ok({ ...waitingRequest, conversationId: 'h2' }),
    });
    await tap('接着说');
    await waitFor(() => expect(onGo).toHaveBeenCalledWith('/human/h2'));
  });
});

describe('What cannot be had', () => {
  const openOnly = async (answer: Routes[string]) => {
    fakeLogServer({
      'GET /api/conversations/h1/events': answer,
      'GET /api/help-requests/current': { status: 204 },
    });
    await show(<Conversation id="h1" onGo={() => undefined} />, {
      words: ['human', 'conversation'],
    });
  };

  it('is said when it is somebody else’s', async () => {
    await openOnly(problem(404, 'not-found', '没有找到。'));
    expect(await screen.findByText(/没有找到这次谈话/)).toBeInTheDocument();
  });

  it('is said when the session has ended, with the way back in', async () => {
    await openOnly(problem(401, 'sign-in-needed', '请登录。'));
    expect(await screen.findByRole('link', { name: '再进来' })).toHaveAttribute(
      'href',
      '/sign-in?next=%2Fhuman%2Fh1',
    );
  });

  it('is tried again when there is no network', async () => {
    let isOnline = false;
    await openOnly(() =>
      isOnline ? ok({ epoch: 'e', lastSeq: 0, state: 'waiting', events: [], receipts }) : 'offline',
    );
    await screen.findByText(/网络好像断了/, {}, { timeout: 5000 });
    isOnline = true;
    await tap('再试一次');
    expect(await screen.findByRole('list', { name: '您和客服的话' })).toBeInTheDocument();
  });
});

describe('A call-back', () => {
  const withTimes = (routes: Routes) => ({
    'GET /api/callbacks/times': ok(times),
    'GET /api/me': problem(401, 'sign-in-needed', ''),
    ...routes,
  });

  it('is asked for by the quick answer, and stands there with its place', async () => {
    let asked: unknown;
    let place: object | undefined;
    await openTalk(
      withTimes({
        'GET /api/callbacks/current': () => (place ? ok(place) : { status: 204 }),
        'POST /api/callbacks': (call) => {
          asked = call.body;
          place = called;
          return { status: 201, body: called };
        },
      }),
    );
    await tap('请打电话给我');
    expect(await screen.findByText('客服会打给您')).toBeInTheDocument();
    expect(screen.getByText('轮到您就打到 138****0001。')).toBeInTheDocument();
    expect(asked).toEqual({ page: location.pathname });
  });

  it('asks for the number once where it is not known', async () => {
    let asked: unknown;
    await openTalk(
      withTimes({
        'POST /api/callbacks': (call) => {
          asked = call.body;
          return (call.body as { phone?: string }).phone
            ? { status: 201, body: called }
            : problem(422, 'phone-needed', '请写电话。');
        },
      }),
    );
    await tap('请打电话给我');
    const box = await screen.findByRole('textbox', { name: '您的电话号码' });
    await userEvent.type(box, '138');
    await tap('就这样，打给我');
    expect(await screen.findByText('号码好像不对，请看一看。')).toBeInTheDocument();
    await userEvent.type(box, '00000001');
    await userEvent.click(await screen.findByRole('radio', { name: /上午10点$/ }));
    await tap('就这样，打给我');
    expect(await screen.findByText('客服会打给您')).toBeInTheDocument();
    expect(asked).toMatchObject({ phone: '13800000001', at: times.times[0] });
  });

  it('is offered when the wait is long, and can be changed and taken back', async () => {
    let place: object | undefined = called;
    await openTalk(
      withTimes({
        'GET /api/help-requests/current': ok({ ...waitingRequest, offersCallback: true }),
        'GET /api/callbacks/current': () => (place ? ok(place) : { status: 204 }),
        'POST /api/callbacks/b1/cancel': () => {
          place = undefined;
          return { status: 204 };
        },
      }),
    );
    await screen.findByText('客服会打给您');
    await tap('改时间或号码');
    expect(await screen.findByText('打到 138****0001')).toBeInTheDocument();
    await tap('不改了');
    await tap('不用打了');
    expect(await screen.findByText(/不想等，就让客服打给您/)).toBeInTheDocument();
  });
});

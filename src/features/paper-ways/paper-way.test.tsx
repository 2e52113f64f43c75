import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment, AppointmentKind } from '#domain/api/appointment.ts';
import { fakeFetch, ok, problem, type Routes } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { PaperWay } from './paper-way.tsx';

const booked: Appointment = {
  id: 'a1',
  kind: 'visit',
  state: 'open',
  papers: ['invoicePhotos'],
  draftId: 'd1',
  day: '2026-11-24',
  part: 'morning',
  address: '中山路 28 号',
  visitor: { name: '陈静', code: '4711' },
  createdAt: '2026-11-21T15:05:00+08:00',
};
const branches = ok({
  branches: [
    {
      id: 'city-1',
      name: '青石市支公司',
      level: 'city',
      address: '中山路 28 号',
      phone: '400-000-0000',
      hours: '08:30-17:00',
      aids: [],
    },
  ],
});
const base: Routes = {
  'GET /api/appointments/days': ok({
    days: ['2026-11-23', '2026-11-24'],
    parts: ['morning', 'afternoon'],
  }),
  'GET /api/branches': branches,
};

async function open(way: AppointmentKind, routes: Routes) {
  const fetched = fakeFetch({ ...base, ...routes });
  await show(
    <PaperWay
      draftId="d1"
      field="invoicePhotos"
      paperName="发票"
      way={way}
      path="/claims/new/hospital/papers"
    />,
    { words: ['paper-ways'] },
  );
  return fetched;
}

/** Nothing first, then what was arranged. */
function afterBooking(appointment: Appointment): Routes {
  let isBooked = false;
  return {
    'GET /api/appointments': () => ok({ appointments: isBooked ? [appointment] : [] }),
    'POST /api/appointments': () => {
      isBooked = true;
      return { status: 201, body: appointment };
    },
    [`POST /api/appointments/${appointment.id}/cancel`]: () => {
      isBooked = false;
      return ok({ ...appointment, state: 'cancelled' });
    },
  };
}

describe('A paper that is fetched', () => {
  it('is booked by large choices: a day, a part of it, the address; then who comes and the code stand there', async () => {
    await open('visit', afterBooking(booked));
    await userEvent.click(await screen.findByRole('radio', { name: /11月24日/ }));
    await userEvent.click(screen.getByRole('radio', { name: '上午' }));
    await userEvent.type(screen.getByRole('textbox', { name: '到哪里找您？' }), '中山路 28 号');
    await userEvent.click(screen.getByRole('button', { name: '就这天，约好' }));
    expect(await screen.findByText('约好了，我们派人上门')).toBeInTheDocument();
    expect(screen.getByText('4711')).toBeInTheDocument();
    expect(screen.getByText(/来的是陈静/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '不用了，取消' }));
    expect(await screen.findByRole('button', { name: '请打电话给我' })).toBeInTheDocument();
  });

  it('needs no day and no typing where somebody would rather be called', async () => {
    const called = { ...booked, day: undefined, part: undefined, address: undefined };
    await open('visit', afterBooking({ ...called, visitor: undefined }));
    await userEvent.click(await screen.findByRole('button', { name: '请打电话给我' }));
    expect(await screen.findByText('好，我们打电话给您')).toBeInTheDocument();
  });

  it('says what is missing beside it, and what the server says', async () => {
    await open('visit', {
      'GET /api/appointments': ok({ appointments: [] }),
      'POST /api/appointments': problem(422, 'invalid', '这一天约不了。'),
    });
    await userEvent.click(await screen.findByRole('radio', { name: /11月24日/ }));
    await userEvent.click(screen.getByRole('button', { name: '就这天，约好' }));
    expect(await screen.findByText('请选上午或下午。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '下午' }));
    await userEvent.click(screen.getByRole('button', { name: '就这天，约好' }));
    expect(await screen.findByText('请写上门的地方。')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox'), '中山路');
    await userEvent.click(screen.getByRole('button', { name: '就这天，约好' }));
    expect(await screen.findByText('这一天约不了。')).toBeInTheDocument();
  });

  it('joins a visit that stands already, with one press', async () => {
    await open('visit', {
      'GET /api/appointments': ok({ appointments: [{ ...booked, papers: ['recordPhotos'] }] }),
    });
    expect(await screen.findByRole('button', { name: '这一样也一起' })).toBeInTheDocument();
  });
});

describe('A paper that comes another way', () => {
  it('is brought to a branch that is chosen by its name', async () => {
    const brought: Appointment = {
      ...booked,
      kind: 'branch',
      branchId: 'city-1',
      day: undefined,
      part: undefined,
      address: undefined,
      visitor: undefined,
    };
    await open('branch', afterBooking(brought));
    await userEvent.click(await screen.findByRole('button', { name: '好，我去这里' }));
    expect(await screen.findByText('请选一个地方。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /青石市支公司/ }));
    await userEvent.click(screen.getByRole('button', { name: '好，我去这里' }));
    expect(await screen.findByText('青石市支公司，中山路 28 号')).toBeInTheDocument();
  });

  it('is asked of the family in words without a name, a number or a link', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    await open('family', afterBooking({ ...booked, kind: 'family', visitor: undefined }));
    const words = await screen.findByText(/请帮我拍一样材料：发票/);
    expect(words).not.toHaveTextContent(/https?:|SL\d|138/);
    await userEvent.click(screen.getByRole('button', { name: '抄下这段话' }));
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('发票'));
    expect(await screen.findByText('好，等家里人发照片给您')).toBeInTheDocument();
  });

  it('asks first who somebody is, and leads back', async () => {
    await open('post', {
      'GET /api/appointments': problem(401, 'sign-in-needed', '请先填手机号。'),
    });
    const link = await screen.findByRole('link', { name: '先填手机号' });
    expect(link).toHaveAttribute('href', '/sign-in?next=%2Fclaims%2Fnew%2Fhospital%2Fpapers');
  });

  it('is said not to be arranged where there is no signal', async () => {
    await open('post', {
      'GET /api/appointments': ok({ appointments: [] }),
      'POST /api/appointments': 'offline',
    });
    await userEvent.click(await screen.findByRole('button', { name: '好，我寄' }));
    await waitFor(() => expect(screen.getByText(/没有信号，还没办成/)).toBeInTheDocument());
  });
});

beforeEach(() => vi.restoreAllMocks());

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { claimExamples } from './claim.examples.ts';
import { ClaimSent } from './claim-sent.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T14:01:00+08:00') });
  return () => vi.useRealTimers();
});

async function open() {
  fakeFetch({ 'GET /api/claims/k1': ok(claimExamples.received) });
  await show(<ClaimSent id="k1" />, { words: ['status', 'claims'] });
  await screen.findByText('您的编号');
  return userEvent.setup();
}

describe('The end of a claim', () => {
  it('shows the number, what comes next and by when, whom to call, and until when it can be taken back', async () => {
    await open();
    expect(screen.getByText('您的编号').parentElement).toHaveTextContent('SL 2611 2112 3458');
    expect(screen.getByText('我们在11月23日（星期一）下午3点前告诉您结果。')).toBeInTheDocument();
    expect(screen.getByText(/95500 12/)).toBeInTheDocument();
    expect(screen.getByText(/下午2点10分之前想改、想收回，都可以。/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看进度' })).toHaveAttribute('href', '/claims/k1');
    expect(screen.getByRole('link', { name: '回首页' })).toHaveAttribute('href', '/');
  });

  it('makes a picture of the number and a code to keep, with nothing else of the person', async () => {
    const drawn: string[] = [];
    const squares: number[][] = [];
    const pen = {
      measureText: (text: string) => ({ width: text.length * 40 }),
      fillRect: (...box: number[]) => squares.push(box),
      fillText: (text: string) => drawn.push(text),
    };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null);
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue(
      'data:image/png;base64,AA==',
    );
    const user = await open();
    await user.click(screen.getByRole('button', { name: '存成图片' }));
    expect(await screen.findByRole('img', { name: /SL 2611 2112 3458/ })).toHaveAttribute(
      'src',
      'data:image/png;base64,AA==',
    );
    expect(screen.getByRole('link', { name: '保存图片' })).toHaveAttribute(
      'download',
      'SL261121123458.png',
    );
    expect(drawn.join('')).toContain('SL 2611 2112 3458');
    expect(drawn.join('')).toContain('95500 12');
    expect(drawn.join('')).not.toMatch(/住院|生病/);
    expect(squares.length).toBeGreaterThan(300);
  });

  it('says what to do where no picture can be made', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const user = await open();
    await user.click(screen.getByRole('button', { name: '存成图片' }));
    expect(await screen.findByText(/请把编号抄下来/)).toBeInTheDocument();
  });

  it('prints one sheet with the number, the hotline and a code, and nothing of what happened', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const user = await open();
    await user.click(screen.getByRole('button', { name: '打印一张' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    const sheet = document.querySelector('.print-sheet');
    expect(sheet).toHaveTextContent('SL 2611 2112 3458');
    expect(sheet).toHaveTextContent('95500 12');
    expect(sheet).toHaveTextContent('手机扫一扫，看办到哪里');
    expect(sheet?.textContent).not.toMatch(/住院|生病/);
    expect(sheet?.querySelector('svg[role=img]')).not.toBeNull();
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(document.querySelector('.print-sheet')).toBeNull();
  });
});

import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './recording.examples.tsx';
import { Recording } from './recording.tsx';

checkExamples(examples);
const words = { play: '听一听', stop: '先停下', failed: '放不出来。', picture: '录的像' };
afterEach(() => vi.restoreAllMocks());

describe('a recording', () => {
  it('is played and stopped by one button, and silences what else speaks meanwhile', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function pause(
      this: HTMLMediaElement,
    ) {
      fireEvent.pause(this);
    });
    const after = vi.fn();
    const onBegin = vi.fn(() => after);
    render(<Recording url="/a" isVideo={false} words={words} onBegin={onBegin} />);
    await userEvent.click(screen.getByRole('button', { name: '听一听' }));
    expect(onBegin).toHaveBeenCalledOnce();
    expect(after).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '先停下' }));
    expect(after).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: '听一听' })).toBeVisible();
  });

  it('that this phone cannot play is said so, and the button stays', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(new Error('no decoder'));
    render(<Recording url="/a" isVideo={false} words={words} />);
    await userEvent.click(screen.getByRole('button', { name: '听一听' }));
    expect(await screen.findByText('放不出来。')).toBeVisible();
    expect(screen.getByRole('button', { name: '听一听' })).toBeVisible();
  });
});

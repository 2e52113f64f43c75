import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveFrame, type LiveFrameProps } from './live-frame.tsx';

const words = { shutter: '拍下来', close: '不拍了', lightOn: '开灯', lightOff: '关灯' };
const stream = {} as MediaStream;

function show(more: Partial<LiveFrameProps> = {}) {
  const acts = { onShutter: vi.fn(), onClose: vi.fn() };
  const { container } = render(
    <LiveFrame
      title="把整张纸放进框里。"
      name="相机现在看到的"
      stream={stream}
      shape="card"
      words={words}
      isLit={false}
      {...acts}
      {...more}
    />,
  );
  return { ...acts, container };
}

describe('The camera on the page', () => {
  beforeEach(() => {
    HTMLMediaElement.prototype.play = () => Promise.resolve();
  });

  it('says what to do, shows the shape of the paper, and takes what is seen', async () => {
    const { onShutter, container } = show();
    expect(screen.getByText('把整张纸放进框里。')).toHaveFocus();
    expect(container.querySelector('.live-frame-outline')).toHaveAttribute('data-shape', 'card');
    await userEvent.click(screen.getByRole('button', { name: '拍下来' }));
    expect(onShutter).toHaveBeenCalledWith(container.querySelector('video'));
  });

  it('can be left at any time', async () => {
    const { onClose } = show();
    await userEvent.click(screen.getByRole('button', { name: '不拍了' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('has a lamp only where the camera has one', async () => {
    show();
    expect(screen.queryByRole('button', { name: '开灯' })).toBeNull();
    const onLight = vi.fn();
    show({ onLight });
    await userEvent.click(screen.getByRole('button', { name: '开灯' }));
    expect(onLight).toHaveBeenCalledOnce();
  });
});

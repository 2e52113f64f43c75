import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples, shared } from './photo-view.examples.tsx';
import { PhotoView, type PhotoViewProps } from './photo-view.tsx';

checkExamples(examples);

function show(more: Partial<PhotoViewProps> = {}) {
  const acts = {
    onTurn: vi.fn(),
    onAgain: vi.fn(),
    onEarlier: vi.fn(),
    onLater: vi.fn(),
    onRemove: vi.fn(),
    onClose: vi.fn(),
  };
  const { container } = render(<PhotoView {...shared} {...acts} {...more} />);
  return { ...acts, container, press: (name: string) => userEvent.click(button(name)) };
}
const button = (name: string) => screen.getByRole('button', { name });
const width = () => (document.querySelector('.photo-view-frame img') as HTMLElement).style.width;

describe('A photo seen large', () => {
  it('takes focus, so that whoever hears the page is there', () => {
    show();
    expect(screen.getByText('第 2 张，一共 3 张')).toHaveFocus();
  });

  it('grows and shrinks by buttons, and scrolls by keys', async () => {
    const { press } = show();
    expect(button('缩小')).toBeDisabled();
    await press('放大');
    expect(width()).toBe('175%');
    await press('放大');
    await press('放大');
    expect(button('放大')).toBeDisabled();
    await press('缩小');
    expect(width()).toBe('300%');
    expect(screen.getByRole('group', { name: '第 2 张' })).toHaveAttribute('tabindex', '0');
  });

  it('can be turned, put before or after another, taken again and taken away', async () => {
    const { press, container, ...on } = show();
    await press('转一下');
    await press('往前排');
    await press('往后排');
    await press('去掉');
    await press('看好了');
    for (const act of ['onTurn', 'onEarlier', 'onLater', 'onRemove', 'onClose'] as const)
      expect(on[act]).toHaveBeenCalledOnce();
    const file = new File(['a'], 'a.jpg', { type: 'image/jpeg' });
    await userEvent.upload(container.querySelector('input[type=file]') as HTMLInputElement, file);
    expect(on.onAgain).toHaveBeenCalledWith(file);
  });

  it('that is the first cannot go further to the front', () => {
    show({ onEarlier: undefined });
    expect(button('往前排')).toBeDisabled();
    expect(button('往后排')).toBeEnabled();
  });

  it('that this device cannot draw says so, and is never a broken picture', () => {
    show();
    fireEvent.error(document.querySelector('.photo-view-frame img') as Element);
    expect(screen.getByText('这里看不到它，发给我们就能看。')).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });
});

import { act, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { PrintSheet } from './print-sheet.tsx';

it('opens the print window once, with the sheet on the paper, and says when it was closed', () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const onClose = vi.fn();
  const { rerender, unmount } = render(<PrintSheet onClose={onClose}>编号</PrintSheet>);
  rerender(<PrintSheet onClose={onClose}>编号 1</PrintSheet>);
  expect(print).toHaveBeenCalledTimes(1);
  expect(screen.getByText('编号 1').parentElement).toBe(document.body);
  expect(document.documentElement.dataset.print).toBe('sheet');
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(onClose).toHaveBeenCalledTimes(1);
  unmount();
  expect(document.documentElement.dataset.print).toBeUndefined();
});

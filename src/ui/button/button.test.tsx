import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './button.examples.tsx';
import { Button } from './button.tsx';

checkExamples(examples);

describe('a button', () => {
  it('does what it says when it is pressed, by finger and by key', async () => {
    const onPress = vi.fn();
    render(<Button onPress={onPress}>下一步</Button>);
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.keyboard('{Enter}');
    expect(onPress).toHaveBeenCalledTimes(2);
  });

  it('does nothing a second time while the first is under way', async () => {
    const onPress = vi.fn();
    render(
      <Button onPress={onPress} isPending>
        正在提交
      </Button>,
    );
    const button = screen.getByRole('button', { name: '正在提交' });
    await userEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
    // Seen by the style sheet and by whoever hears the page.
    expect(button).toHaveAttribute('data-pending');
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('is marked as the main one where it is the way forward, and only there', () => {
    render(
      <>
        <Button kind="main">提交</Button>
        <Button>返回</Button>
      </>,
    );
    expect(screen.getByRole('button', { name: '提交' })).toHaveAttribute('data-main');
    expect(screen.getByRole('button', { name: '返回' })).not.toHaveAttribute('data-main');
  });
});

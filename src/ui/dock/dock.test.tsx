import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Button } from '../button/button.tsx';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './dock.examples.tsx';
import { Dock } from './dock.tsx';

checkExamples(examples);

describe('The dock', () => {
  it('takes focus to its first button, and gives it back when it goes', () => {
    const page = (isOpen: boolean) => (
      <main>
        <button type="button">朗读</button>
        {isOpen ? (
          <Dock label="朗读">
            <Button>停止</Button>
          </Dock>
        ) : null}
      </main>
    );
    const { rerender } = render(page(false));
    screen.getByRole('button', { name: '朗读' }).focus();
    rerender(page(true));
    expect(screen.getByRole('button', { name: '停止' })).toHaveFocus();
    expect(screen.getByRole('region', { name: '朗读' })).toBeInTheDocument();
    rerender(page(false));
    expect(screen.getByRole('button', { name: '朗读' })).toHaveFocus();
  });
});

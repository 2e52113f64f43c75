import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './pick-card.examples.tsx';
import { PickCard } from './pick-card.tsx';

checkExamples(examples);

describe('A card to begin with', () => {
  it('is one link, called by its words', () => {
    render(<PickCard href="/x" picture="car" title="车子坏了" text="撞了、刮了" />);
    expect(screen.getByRole('link', { name: /^车子坏了/ })).toHaveAttribute('href', '/x');
  });
});

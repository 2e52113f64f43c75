import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './text-link.examples.tsx';
import { TextLink } from './text-link.tsx';

checkExamples(examples);

it('says which page of a list we are on', () => {
  render(
    <TextLink href="/claims" isCurrent>
      我的理赔
    </TextLink>,
  );
  expect(screen.getByRole('link', { name: '我的理赔' })).toHaveAttribute('aria-current', 'page');
});

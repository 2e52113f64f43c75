import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './text-area.examples.tsx';
import { TextArea } from './text-area.tsx';

checkExamples(examples);

describe('A few lines of one’s own words', () => {
  it('are taken as they are typed', async () => {
    const onChange = vi.fn();
    render(<TextArea label="出了什么事？" value="" onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox', { name: '出了什么事？' }), '摔');
    expect(onChange).toHaveBeenCalledWith('摔');
  });
});

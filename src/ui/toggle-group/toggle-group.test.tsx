import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './toggle-group.examples.tsx';
import { ToggleGroup } from './toggle-group.tsx';

checkExamples(examples);

it('is in force at once, and one is always chosen', async () => {
  const onChange = vi.fn();
  const options = [
    { value: 'standard', label: '标准版' },
    { value: 'senior', label: '长辈版' },
  ];
  render(<ToggleGroup label="版本" options={options} value="standard" onChange={onChange} />);
  expect(screen.getByRole('radiogroup', { name: '版本' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: '标准版' }));
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('radio', { name: '长辈版' }));
  expect(onChange).toHaveBeenCalledWith('senior');
});

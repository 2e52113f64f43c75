import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './choice-group.examples.tsx';
import { ChoiceGroup } from './choice-group.tsx';

checkExamples(examples);

const options = [
  { value: 'illness', title: '生病' },
  { value: 'accident', title: '受伤', text: '摔倒、车祸等' },
];

describe('a choice', () => {
  it('has nothing chosen beforehand and takes one tap', async () => {
    const onChange = vi.fn();
    render(
      <ChoiceGroup
        label="为什么去医院？"
        options={options}
        value={undefined}
        onChange={onChange}
      />,
    );
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /受伤/ }));
    expect(onChange).toHaveBeenCalledWith('accident');
  });

  it('says what is wrong to whoever hears it, not by colour alone', () => {
    render(
      <ChoiceGroup
        label="为什么去医院？"
        options={options}
        value={undefined}
        onChange={vi.fn()}
        error="请选一个。"
      />,
    );
    const group = screen.getByRole('radiogroup', { name: '为什么去医院？' });
    expect(group).toHaveAttribute('aria-invalid', 'true');
    expect(group).toHaveAccessibleDescription(/请选一个。/);
  });
});

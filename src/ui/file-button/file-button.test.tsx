import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './file-button.examples.tsx';
import { FileButton } from './file-button.tsx';

checkExamples(examples);

it('hands over the one file that was chosen', async () => {
  const onPick = vi.fn();
  const { container } = render(
    <FileButton types={['image/jpeg']} onPick={onPick}>
      发照片
    </FileButton>,
  );
  expect(screen.getByRole('button', { name: '发照片' })).toBeInTheDocument();
  const file = new File(['1'], 'a.jpg', { type: 'image/jpeg' });
  await userEvent.upload(container.querySelector('input') as HTMLInputElement, file);
  expect(onPick).toHaveBeenCalledWith(file);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { examples, photos } from './photo-picker.examples.tsx';
import { PhotoPicker, type PhotoPickerProps } from './photo-picker.tsx';

checkExamples(examples);

function show(more: Partial<PhotoPickerProps> = {}) {
  const acts = { onPick: vi.fn(), onRemove: vi.fn(), onRetry: vi.fn() };
  const { container } = render(
    <PhotoPicker
      label="发票的照片"
      photos={photos}
      words={{ camera: '现在拍一张', album: '从相册里选', remove: '删掉', retry: '再传一次' }}
      {...acts}
      {...more}
    />,
  );
  const [camera, album] = [...container.querySelectorAll<HTMLInputElement>('input[type=file]')];
  return { ...acts, camera, album };
}

describe('photos', () => {
  it('come from the camera at the back, or several at once from the album', async () => {
    const { camera, album, onPick } = show();
    expect(camera).toHaveAttribute('capture', 'environment');
    expect(camera).not.toHaveAttribute('multiple');
    expect(album).toHaveAttribute('multiple');
    expect(album).not.toHaveAttribute('capture');
    const files = [
      new File(['a'], 'a.jpg', { type: 'image/jpeg' }),
      new File(['b'], 'b.heic', { type: 'image/heic' }),
    ];
    await userEvent.upload(album as HTMLInputElement, files);
    expect(onPick).toHaveBeenCalledWith(files);
  });

  it('can each be taken back, by a button that names it', async () => {
    const { onRemove } = show();
    await userEvent.click(screen.getByRole('button', { name: '删掉 第 2 张' }));
    expect(onRemove).toHaveBeenCalledWith('b');
  });

  it('that failed can be sent again, and only those', async () => {
    const { onRetry } = show();
    await userEvent.click(screen.getByRole('button', { name: /^再传一次/ }));
    expect(onRetry).toHaveBeenCalledWith('d');
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('say in words how they are', () => {
    show();
    for (const { stateText } of photos) expect(screen.getByText(stateText)).toBeInTheDocument();
  });

  it('cannot be added when there are enough', () => {
    show({ isFull: true });
    expect(screen.queryByRole('button', { name: '现在拍一张' })).toBeNull();
  });
});

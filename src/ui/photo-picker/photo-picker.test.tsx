import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checkExamples } from '../testing/check-examples.tsx';
import { coached, examples, photos } from './photo-picker.examples.tsx';
import { PhotoPicker, type PhotoPickerProps } from './photo-picker.tsx';

checkExamples(examples);

function show(more: Partial<PhotoPickerProps> = {}) {
  const acts = {
    onPick: vi.fn(),
    onRemove: vi.fn(),
    onRetry: vi.fn(),
    onAgain: vi.fn(),
    onAnyway: vi.fn(),
    onLook: vi.fn(),
    onPutBack: vi.fn(),
  };
  const { container } = render(
    <PhotoPicker
      label="发票的照片"
      photos={photos}
      words={{
        camera: '现在拍一张',
        album: '从相册里选',
        remove: '删掉',
        retry: '再传一次',
        again: '再拍一张',
        anyway: '就用这张',
        look: '看大图',
      }}
      {...acts}
      {...more}
    />,
  );
  const [camera, album] = [
    ...container.querySelectorAll<HTMLInputElement>('.photo-picker-ways input[type=file]'),
  ];
  return { ...acts, camera, album, container };
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

  it('that want a word say one sentence, with taking it again first and using it as it is beside it', async () => {
    const { onAgain, onAnyway, container } = show({ photos: coached });
    expect(screen.getByText('没拍全。把四个角都拍进来。').closest('[role=status]')).not.toBeNull();
    const again = screen.getByRole('button', { name: '再拍一张 第 1 张' });
    expect(again).toHaveAttribute('data-main');
    const input = container.querySelector<HTMLInputElement>('[data-photo=f] input[type=file]');
    expect(input).toHaveAttribute('capture', 'environment');
    const file = new File(['c'], 'c.jpg', { type: 'image/jpeg' });
    await userEvent.upload(input as HTMLInputElement, file);
    expect(onAgain).toHaveBeenCalledWith('f', file);
    await userEvent.click(screen.getByRole('button', { name: '就用这张 第 1 张' }));
    expect(onAnyway).toHaveBeenCalledWith('f');
  });

  it('that are PDFs show as a sheet with its pages, and what cannot be drawn as a sign', () => {
    const { container } = show({ photos: coached });
    const sheet = container.querySelector('[data-photo=g] .photo-thumb');
    expect(sheet).toHaveTextContent('PDF3 页');
    expect(sheet?.querySelector('img')).toBeNull();
    const img = container.querySelector('[data-photo=f] img');
    fireEvent.error(img as Element);
    expect(container.querySelector('[data-photo=f] img')).toBeNull();
    expect(container.querySelector('[data-photo=f] .photo-thumb svg')).not.toBeNull();
  });

  it('can be looked at large', async () => {
    const { onLook } = show({ photos: coached });
    await userEvent.click(screen.getByRole('button', { name: '看大图 文件 2' }));
    expect(onLook).toHaveBeenCalledWith('g');
  });

  it('that were taken away can be had back', async () => {
    const { onPutBack } = show({
      gone: [{ id: 'x', text: '第 9 张去掉了', label: '放回来', place: 9 }],
    });
    await userEvent.click(screen.getByRole('button', { name: '放回来 第 9 张去掉了' }));
    expect(onPutBack).toHaveBeenCalledWith('x');
  });

  it('may be PDFs where the page says so', () => {
    const { album } = show({ hasPdf: true });
    expect(album?.accept).toContain('application/pdf');
  });
});

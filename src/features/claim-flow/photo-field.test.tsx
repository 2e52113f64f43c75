import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { DisplayMode } from '#domain/senior/display.ts';
import { empty } from '../../../test/support/draft-server.ts';
import { show } from '../../../test/support/show.tsx';
import { useClaimWords } from './claim-words.ts';
import { PaperField } from './paper-field.tsx';
import type { Photo, PhotoState } from './photo.ts';
import { photoStoreOf } from './photo-store.ts';

vi.mock('./photo-store.ts', () => ({ photoStoreOf: vi.fn() }));

const acts = () => ({
  add: vi.fn(),
  remove: vi.fn(),
  retry: vi.fn(),
  sendAnyway: vi.fn(),
  leave: vi.fn(),
  goOn: vi.fn(),
  replace: vi.fn(),
  turn: vi.fn(),
  move: vi.fn(),
});
const photo = (facts: Partial<Photo> & { key: string }): Photo => ({
  kind: 'photo',
  state: 'received',
  share: 1,
  previewUrl: 'blob:x',
  ...facts,
});

/** Photos that do as they are told, and nothing by themselves. */
function storeOf(photos: readonly Photo[]) {
  const on = acts();
  const store = createStore<PhotoState>()(() => ({ ...on, photos }));
  on.remove.mockImplementation((key: string) =>
    store.setState({ photos: store.getState().photos.filter((one) => one.key !== key) }),
  );
  on.leave.mockImplementation((key: string) =>
    store.setState({
      photos: store
        .getState()
        .photos.map((one) => (one.key === key ? { ...one, isLeft: true } : one)),
    }),
  );
  on.add.mockImplementation((files: readonly File[]) =>
    store.setState({
      photos: [
        ...store.getState().photos,
        ...files.map((file) => photo({ key: file.name, file, state: 'waiting' })),
      ],
    }),
  );
  return { on, store };
}

function Field({ onChange }: { onChange: (value: unknown) => void }) {
  const words = useClaimWords({ id: 'hospital' });
  return (
    <PaperField
      field="invoicePhotos"
      spec={{ kind: 'photos', max: 5, hasWays: true } as never}
      value={undefined}
      onChange={onChange}
      words={words}
      draft={empty}
      frame={{ label: '发票照片', isLabelHidden: false }}
      isMain
    />
  );
}

async function open(photos: readonly Photo[], mode: DisplayMode = 'standard') {
  const { on, store } = storeOf(photos);
  vi.mocked(photoStoreOf).mockReturnValue(store);
  const onChange = vi.fn();
  const { container } = await show(<Field onChange={onChange} />, {
    words: ['claims', 'claims/hospital'],
    mode,
  });
  return { on, store, onChange, container };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const CANNOT = '拍不了？换个办法';

const states: readonly (readonly [string, readonly Photo[]])[] = [
  ['none yet', []],
  ['being looked at', [photo({ key: 'a', state: 'preparing' })]],
  ['with advice', [photo({ key: 'a', state: 'advised', advice: 'cut-edge' })]],
  ['waiting', [photo({ key: 'a', state: 'waiting' })]],
  ['on its way', [photo({ key: 'a', state: 'sending', share: 0.4 })]],
  ['being checked for viruses', [photo({ key: 'a', state: 'checking' })]],
  ['with us', [photo({ key: 'a' })]],
  ['with us and not legible', [photo({ key: 'a', state: 'unreadable', reason: 'cannot-read' })]],
  ['of no use', [photo({ key: 'a', state: 'rejected', reason: 'cannot-open' })]],
  ['not sent', [photo({ key: 'a', state: 'failed' })]],
  ['lost', [photo({ key: 'a', state: 'failed', reason: 'lost' })]],
  ['as many as may be', Array.from({ length: 5 }, (_, i) => photo({ key: `k${i}` }))],
];

describe('Photos of a paper', () => {
  beforeEach(() => {
    URL.createObjectURL ??= () => 'blob:y';
  });

  describe.each(states)('%s', (_what, photos) => {
    it.each(['standard', 'senior'] as const)(
      'can be used without seeing it, and another way is one tap away (%s)',
      async (mode) => {
        const { container } = await open(photos, mode);
        expect(button(CANNOT)).toBeVisible();
        expect(container.querySelectorAll('[data-main]').length).toBeLessThanOrEqual(1);
        const { violations } = await axe.run(container, {
          rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
        });
        expect(violations.map(({ id }) => id)).toEqual([]);
        await press(CANNOT);
        for (const way of [
          '带到网点',
          '请人上门来取',
          '寄给我们',
          '让家里人来传',
          '我没有这样材料',
        ])
          expect(screen.getByRole('radio', { name: new RegExp(way) })).toBeInTheDocument();
      },
    );
  });

  it('that could be better say how in one sentence: taken again, or used as they are', async () => {
    const { on, container } = await open([
      photo({ key: 'a', state: 'advised', advice: 'cut-edge' }),
    ]);
    const advice = screen.getByText('没拍全。把四个角都拍进来。');
    // What is read aloud where the page is being read, and said by a screen reader.
    expect(advice.closest('[data-news][role=status]')).not.toBeNull();
    expect(button('再拍一张 照片 1')).toHaveAttribute('data-main');
    await press('就用这张 照片 1');
    expect(on.sendAnyway).toHaveBeenCalledWith('a');
    const again = container.querySelector<HTMLInputElement>('[data-photo=a] input[type=file]');
    await userEvent.upload(again as HTMLInputElement, file('new.jpg'));
    expect(on.replace).toHaveBeenCalledWith('a', expect.objectContaining({ name: 'new.jpg' }));
  });

  it('that are the same twice are told as that, and one can be let go', async () => {
    const { on } = await open([
      photo({ key: 'a' }),
      photo({ key: 'b', state: 'advised', sameAs: 'a', file: file('b.jpg') }),
    ]);
    expect(screen.getByText('和照片 1 是同一张，交一张就够了。')).toBeVisible();
    await press('好，去掉这张 照片 2');
    expect(on.remove).toHaveBeenCalledWith('b');
  });

  it('that we cannot read may stay as they are: then nothing is asked any more', async () => {
    await open([photo({ key: 'a', state: 'unreadable', reason: 'cannot-read' })]);
    await press('就用这张 照片 1');
    expect(screen.getByText('我们收到了，请我们的人来看')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^再拍一张/ })).toBeNull();
  });

  it('say how far they are', async () => {
    await open([photo({ key: 'a', state: 'sending', share: 0.4 })]);
    expect(screen.getByText('正在发送，40%')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveValue(0.4);
  });

  it('are looked at large, turned, moved, and taken away with a way back', async () => {
    const { on, store } = await open([
      photo({ key: 'a', file: file('a.jpg') }),
      photo({ key: 'b', file: file('b.jpg') }),
    ]);
    await press('看大图 照片 1');
    expect(await screen.findByText('照片 1，一共 2 张')).toHaveFocus();
    await press('转一下');
    expect(on.turn).toHaveBeenCalledWith('a');
    await press('往后排');
    expect(on.move).toHaveBeenCalledWith('a', 1);
    await press('去掉');
    expect(store.getState().photos.map(({ key }) => key)).toEqual(['b']);
    const back = await screen.findByRole('button', { name: /^放回来/ });
    expect(back).toHaveFocus();
    await userEvent.click(back);
    expect(on.add).toHaveBeenCalledWith([expect.objectContaining({ name: 'a.jpg' })]);
    expect(on.move).toHaveBeenLastCalledWith('a.jpg', -1);
  });

  it('may be given up for another way, and are there again for whoever thinks better of it', async () => {
    const { on, onChange } = await open([
      photo({ key: 'd1', documentId: 'd1' }),
      photo({ key: 'b', state: 'waiting', file: file('b.jpg') }),
    ]);
    await press(CANNOT);
    await userEvent.click(screen.getByRole('radio', { name: /寄给我们/ }));
    expect(onChange).toHaveBeenLastCalledWith('post');
    expect(on.remove).toHaveBeenCalledWith('b');
    expect(on.remove).not.toHaveBeenCalledWith('d1');
    await press('还是拍照');
    expect(on.add).toHaveBeenCalledWith([expect.objectContaining({ name: 'b.jpg' })]);
  });

  it('cannot be taken with the frame where the phone has no camera for pages', async () => {
    await open([]);
    expect(screen.queryByRole('button', { name: '对着框拍' })).toBeNull();
  });
});

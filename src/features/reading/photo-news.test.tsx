import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseRate } from '#platform/speech/reading-settings.ts';
import type { Voice } from '#platform/speech/voice.ts';
import { PhotoPicker } from '#ui/photo-picker/photo-picker.tsx';
import type { PickedPhoto } from '#ui/photo-picker/picked-photo.ts';
import { show } from '../../../test/support/show.tsx';
import { ReadingPanel } from './reading-panel.tsx';

beforeEach(() => chooseRate(undefined));

const words = {
  camera: '拍照',
  album: '从相册选',
  remove: '去掉',
  retry: '再发',
  again: '再拍一张',
  anyway: '就用这张',
  same: '好',
  look: '看大图',
};
const photo = (number: number, facts: Partial<PickedPhoto>): PickedPhoto => ({
  id: String(number),
  name: `照片 ${number}`,
  state: 'sending',
  stateText: '正在发送，40%',
  progress: 0.4,
  acts: ['look'],
  ...facts,
});
const received = { state: 'received', stateText: '我们收到了' } as const;

const steps: readonly (readonly PickedPhoto[])[] = [
  [photo(1, {}), photo(2, {})],
  [photo(1, { stateText: '正在发送，80%' }), photo(2, {})],
  [photo(1, received), photo(2, {})],
  [photo(1, received), photo(2, received)],
  [
    photo(1, received),
    photo(2, received),
    photo(3, { state: 'advised', stateText: '请看一下', advice: '没拍全。把四个角都拍进来。' }),
  ],
];

/** A page that is read aloud while its photos go on, from one step to the next. */
async function open() {
  const heard: string[] = [];
  const voice: Voice = {
    id: 'quick',
    speak: (text) => {
      heard.push(text);
      return Promise.resolve();
    },
  };
  function Pages() {
    const [at, setAt] = useState(0);
    return (
      <main>
        <h1>发票</h1>
        <PhotoPicker
          label="发票照片"
          photos={steps[at] ?? []}
          words={words}
          onPick={() => undefined}
          onRemove={() => undefined}
        />
        <div data-not-read="">
          <button onClick={() => setAt(at + 1)}>后来</button>
        </div>
        <ReadingPanel path="/a" onClose={() => undefined} voices={[voice]} />
      </main>
    );
  }
  await show(<Pages />, { words: ['reading'], mode: 'senior' });
  // The page itself has been read to its end: what comes now is news.
  await waitFor(() => expect(heard[heard.length - 1]).toMatch(/读完/));
  heard.length = 0;
  const user = userEvent.setup();
  return { heard, later: () => user.click(screen.getByRole('button', { name: '后来' })) };
}

describe('While a page is read aloud', () => {
  it('it is said which photo has come to us, and what another one wants, but not every step of its way', async () => {
    const { heard, later } = await open();
    await later();
    await later();
    await waitFor(() => expect(heard).toEqual(['照片 1', '我们收到了']));
    heard.length = 0;
    await later();
    await waitFor(() => expect(heard).toEqual(['照片 2', '我们收到了']));
    heard.length = 0;
    await later();
    await waitFor(() => expect(heard).toEqual(['没拍全。', '把四个角都拍进来。']));
  });
});

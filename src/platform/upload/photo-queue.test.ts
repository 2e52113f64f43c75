import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noLine, openPage, phoneDisk, photoFile, refusal, server } from './photo-queue.driver.ts';

beforeEach(() => {
  let count = 0;
  URL.createObjectURL = () => `blob:${(count += 1)}`;
  URL.revokeObjectURL = vi.fn();
});

const stuck = () => new Promise<never>(() => undefined);
const textIn = async (disk: ReturnType<typeof phoneDisk>, name: string) => {
  const bytes = await disk.vault.readBytes(name);
  return bytes && new TextDecoder().decode(bytes);
};

describe('A photo', () => {
  it('lies on the phone before anything else happens to it, and until the server has said that it is there', async () => {
    const [disk, there] = [phoneDisk(), server()];
    let finish: () => void = () => undefined;
    there.state.answer = () =>
      new Promise(
        (resolve) =>
          (finish = () => resolve({ documentId: 'd', state: 'received', isSame: false })),
      );
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('sending');
    const key = page.keyOf(0);
    expect(await textIn(disk, `photo/${key}`)).toBe('a');
    expect(await textIn(disk, `photo/${key}/made`)).toBe('a');
    finish();
    await page.shows('received');
    await vi.waitFor(async () => expect(await textIn(disk, `photo/${key}`)).toBeUndefined());
    expect(await textIn(disk, `photo/${key}/made`)).toBeUndefined();
    expect(page.list.arrived()).toEqual(['d']);
  });

  it('goes after a dead battery with the same bytes, from where the server has it', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = ({ options }) => {
      options.onUrl?.('/api/uploads/u1');
      return stuck();
    };
    const before = await openPage(disk, there);
    before.add([photoFile('a'), photoFile('b')]);
    await before.shows('sending', 'waiting');
    await before.list.settled();
    before.die();

    there.state.answer = undefined;
    const page = await openPage(disk, there);
    await page.shows('received', 'received');
    const again = there.sent.slice(1);
    expect(again.map(({ options }) => options.uploadUrl)).toEqual(['/api/uploads/u1', undefined]);
    expect(await again[0]?.file.text()).toBe('a');
    expect(again[0]?.options.onceKey).toBe(there.sent[0]?.options.onceKey);
    // Made once: a second time might give other bytes.
    expect(there.state.prepared).toEqual(['a.0', 'b.0']);
    expect(page.list.arrived()).toEqual(['doc-a', 'doc-b']);
  });

  it('whose page was closed while it was being written is missed aloud', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const { writeBytes } = disk.vault;
    disk.vault.writeBytes = () => stuck();
    const before = await openPage(disk, there);
    before.add([photoFile('a')]);
    await before.shows('preparing');
    await before.list.settled();
    before.die();
    disk.vault.writeBytes = writeBytes;
    const page = await openPage(disk, there);
    await page.shows('failed');
    expect(page.photo(0).reason).toBe('lost');
    // It stays said until another one has come in its place.
    page.replace(page.keyOf(0), photoFile('b'));
    await page.shows('received');
    expect(page.list.arrived()).toEqual(['doc-b']);
  });

  it('that the phone has thrown away is missed aloud too', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => stuck();
    const before = await openPage(disk, there);
    before.add([photoFile('a')]);
    await before.shows('sending');
    const key = before.keyOf(0);
    before.die();
    await disk.vault.remove(`photo/${key}`);
    await disk.vault.remove(`photo/${key}/made`);
    const page = await openPage(disk, there);
    await page.shows('failed');
    expect(page.photo(0).reason).toBe('lost');
  });

  it('for which the phone has no room says so, and is sent from the page', async () => {
    const [disk, there] = [phoneDisk(), server()];
    disk.state.isFull = true;
    there.state.answer = () => stuck();
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('sending');
    expect(page.photo(0).reason).toBe('no-room');
    page.die();
    const next = await openPage(disk, there);
    await next.shows('failed');
    expect(next.photo(0).reason).toBe('lost');
  });

  it('waits for a line and goes by itself when there is one', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => Promise.reject(noLine());
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('waiting');
    there.state.answer = undefined;
    dispatchEvent(new Event('online'));
    await page.shows('received');
  });

  it('goes by itself where nobody says that the line is back', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => Promise.reject(refusal(503));
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('waiting');
    there.state.answer = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    await page.shows('received');
    vi.useRealTimers();
  });

  it('that the server no longer knows begins anew, under another key', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = ({ options }) => {
      options.onUrl?.('/api/uploads/old');
      return stuck();
    };
    const before = await openPage(disk, there);
    before.add([photoFile('a')]);
    await before.shows('sending');
    await before.list.settled();
    before.die();
    there.state.answer = ({ options, file }) => {
      if (options.uploadUrl) throw refusal(404);
      return { documentId: file.name, state: 'received', isSame: false };
    };
    const page = await openPage(disk, there);
    await page.shows('received');
    const [first, resumed, anew] = there.sent;
    expect(resumed?.options.uploadUrl).toBe('/api/uploads/old');
    expect(anew?.options.uploadUrl).toBeUndefined();
    expect(anew?.options.onceKey).not.toBe(first?.options.onceKey);
  });

  it('that is refused stays on the phone until it is sent again or taken away', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => Promise.reject(refusal(422, 'photos-too-many'));
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('failed');
    there.state.answer = undefined;
    page.retry(page.keyOf(0));
    await page.shows('received');
  });

  it('waits while there is no draft to send it to, and goes when there is one', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const draft = { id: '' };
    const page = await openPage(disk, there, draft);
    page.add([photoFile('a')]);
    await page.shows('waiting');
    draft.id = 'd9';
    page.queue.follow();
    await page.shows('received');
    expect(there.sent[0]?.options.draftId).toBe('d9');
  });

  it('is told later when the server could not read it', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('received');
    there.documents[0] = {
      id: 'doc-a',
      field: 'invoicePhotos',
      state: 'rejected',
      reason: 'not-a-photo',
    };
    page.queue.follow();
    await page.shows('rejected');
    expect(page.photo(0).reason).toBe('not-a-photo');
    // Also to whoever opens the page afterwards.
    const next = await openPage(disk, there);
    await next.shows('rejected');
  });
});

describe('The same photo twice', () => {
  it('is noticed before it is sent', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a'), photoFile('a again', 'a')]);
    await page.shows('received', 'advised');
    expect(page.photo(1).sameAs).toBe(page.keyOf(0));
    expect(there.sent).toHaveLength(1);
    page.goOn();
    await page.shows('received');
  });

  it('is noticed on a later day, and goes after all once the first one is taken away', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const before = await openPage(disk, there);
    before.add([photoFile('a')]);
    await before.shows('received');
    await before.list.settled();
    before.die();
    const page = await openPage(disk, there);
    page.add([photoFile('b', 'a')]);
    await page.shows('received', 'advised');
    page.remove(page.keyOf(0));
    await page.shows('received');
    expect(there.sent).toHaveLength(2);
    expect(there.state.dropped).toEqual(['/api/uploads/doc-a']);
  });

  it('that only the server can notice is one photo of the answer', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('received');
    there.state.answer = () => ({ documentId: 'doc-a', state: 'received', isSame: true });
    page.add([photoFile('b')]);
    await page.shows('received', 'received');
    expect(page.photo(1).sameAs).toBe(page.keyOf(0));
    expect(page.list.arrived()).toEqual(['doc-a']);
    // What is here twice can be let go without losing the other one.
    page.goOn();
    await page.shows('received');
    expect(page.list.arrived()).toEqual(['doc-a']);
    expect(there.state.dropped).toEqual([]);
  });
});

describe('Before it is sent', () => {
  it('a photo with advice waits for a word, also after a reload; going on is one', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.advice = (file) => (file.name === 'dark' ? 'dark' : null);
    const before = await openPage(disk, there);
    before.add([photoFile('dark'), photoFile('fine')]);
    await before.shows('advised', 'received');
    expect(before.photo(0).advice).toBe('dark');
    await before.list.settled();
    before.die();
    const page = await openPage(disk, there);
    await vi.waitFor(() => expect(page.states().sort()).toEqual(['advised', 'received']));
    page.goOn();
    await page.shows('received', 'received');
  });

  it('it can be turned, and what is sent is turned', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.advice = () => 'dark';
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('advised');
    page.turn(page.keyOf(0));
    page.turn(page.keyOf(0));
    await vi.waitFor(() => expect(there.state.prepared.at(-1)).toBe('a.2'));
    await page.shows('advised');
    page.sendAnyway(page.keyOf(0));
    await page.shows('received');
    expect(await there.sent[0]?.file.text()).toBe('a+2');
    page.turn(page.keyOf(0));
    await vi.waitFor(() => expect(there.state.turned).toEqual(['doc-a+2']));
  });

  it('turned while it is on its way, it begins anew with what is turned', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = ({ options }) => {
      options.onUrl?.('/api/uploads/u1');
      return new Promise((_, reject) =>
        options.signal?.addEventListener('abort', () =>
          reject(new DOMException('x', 'AbortError')),
        ),
      );
    };
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('sending');
    there.state.answer = undefined;
    page.turn(page.keyOf(0));
    await page.shows('received');
    expect(there.state.dropped).toEqual(['/api/uploads/u1']);
    expect(await there.sent.at(-1)?.file.text()).toBe('a+1');
    expect(there.sent.at(-1)?.options.uploadUrl).toBeUndefined();
  });
});

describe('Several photos', () => {
  it('keep the order that the person gives them', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const before = await openPage(disk, there);
    before.add([photoFile('a'), photoFile('b'), photoFile('c')]);
    await before.shows('received', 'received', 'received');
    before.move(before.keyOf(2), -1);
    before.move(before.keyOf(0), -1);
    expect(before.list.arrived()).toEqual(['doc-a', 'doc-c', 'doc-b']);
    await before.list.settled();
    const page = await openPage(disk, there);
    expect(page.photos().map(({ documentId }) => documentId)).toEqual(['doc-a', 'doc-c', 'doc-b']);
  });

  it('one taken again goes only when the new one is there, in its place', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a'), photoFile('b')]);
    await page.shows('received', 'received');
    there.state.answer = () => Promise.reject(noLine());
    page.replace(page.keyOf(0), photoFile('a2'));
    await page.shows('waiting', 'received', 'received');
    expect(page.list.arrived()).toEqual(['doc-a', 'doc-b']);
    there.state.answer = undefined;
    dispatchEvent(new Event('online'));
    await page.shows('received', 'received');
    expect(page.list.arrived()).toEqual(['doc-a2', 'doc-b']);
  });

  it('one that is taken away while it is on its way is nowhere afterwards', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = ({ options }) => {
      options.onUrl?.('/api/uploads/u1');
      return stuck();
    };
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('sending');
    page.remove(page.keyOf(0));
    await vi.waitFor(() => expect(there.state.dropped).toEqual(['/api/uploads/u1']));
    expect([page.photos(), page.list.arrived(), page.list.now().photos]).toEqual([[], [], []]);
  });

  it('are nobody else’s: once the person has gone nothing is sent or shown', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const signals: (AbortSignal | undefined)[] = [];
    there.state.answer = ({ options }) => {
      signals.push(options.signal);
      return stuck();
    };
    const page = await openPage(disk, there);
    page.add([photoFile('a'), photoFile('b')]);
    await page.shows('sending', 'waiting');
    page.die();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    expect(page.photos()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  beginsAt,
  noLine,
  numberBlobUrls,
  openPage,
  phoneDisk,
  photoFile,
  server,
  stuck,
} from './photo-queue.driver.ts';

beforeEach(numberBlobUrls);

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
  it('advice is there before the photo is packed, and what is said to it holds', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    let pack = () => {};
    there.state.packing = new Promise((resolve) => (pack = resolve));
    there.state.advice = ({ name }) => (name === 'good' ? null : 'blurred');
    page.add([photoFile('a'), photoFile('b')]);
    await page.shows('advised', 'preparing');
    expect(page.photo(0).advice).toBe('blurred');
    page.sendAnyway(page.keyOf(0));
    await page.shows('preparing', 'preparing');
    pack();
    await page.shows('received', 'advised');
    there.state.packing = new Promise((resolve) => (pack = resolve));
    page.add([photoFile('c')]);
    await page.shows('received', 'advised', 'advised');
    // Taken again before the first one is packed: that one never goes.
    page.replace(page.keyOf(2), photoFile('good'));
    pack();
    await page.shows('received', 'advised', 'received');
    await page.list.settled();
    expect(there.sent.map(({ options }) => options.field)).toHaveLength(2);
    expect(page.list.arrived()).toEqual(['doc-a', 'doc-good']);
  });

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
    there.state.answer = beginsAt('/api/uploads/u1');
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

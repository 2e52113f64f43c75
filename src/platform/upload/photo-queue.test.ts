import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VaultFullError } from '../storage/vault.ts';
import {
  beginsAt,
  noLine,
  numberBlobUrls,
  openPage,
  phoneDisk,
  photoFile,
  refusal,
  server,
  stuck,
} from './photo-queue.driver.ts';

beforeEach(numberBlobUrls);

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
    there.state.answer = beginsAt('/api/uploads/u1');
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
    there.state.answer = beginsAt('/api/uploads/old');
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

  it('of which the phone could keep only what is sent is turned once, however often the page is opened', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const { writeBytes } = disk.vault;
    disk.vault.writeBytes = (name, bytes) =>
      name.endsWith('/made') ? writeBytes(name, bytes) : Promise.reject(new VaultFullError('full'));
    there.state.answer = () => stuck();
    const before = await openPage(disk, there);
    before.add([photoFile('a')]);
    await before.shows('sending');
    before.turn(before.keyOf(0));
    await vi.waitFor(async () =>
      expect(await textIn(disk, `photo/${before.keyOf(0)}/made`)).toBe('a+1'),
    );
    await before.list.settled();
    before.die();

    const page = await openPage(disk, there);
    await page.shows('sending');
    there.state.answer = undefined;
    page.turn(page.keyOf(0));
    await page.shows('received');
    // One quarter more of what was turned by one already.
    expect(there.state.prepared).toEqual(['a.0', 'a.1', 'small.jpg.1']);
    expect(await there.sent[there.sent.length - 1]?.file.text()).toBe('a+1+1');
  });

  it('that comes too late for a claim sent from another device is off this phone, and no one is asked to try again', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => Promise.reject(refusal(409, 'draft-submitted'));
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await vi.waitFor(() => expect(there.state.wasSent).toBe(1));
    await page.shows();
  });

  it('is being checked, and says so, until the server has looked through it', async () => {
    const [disk, there] = [phoneDisk(), server()];
    there.state.answer = () => ({ documentId: 'doc-a', state: 'checking', isSame: false });
    there.documents.push({ id: 'doc-a', field: 'invoicePhotos', state: 'checking' });
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('checking');
    // It is the answer all the same; another visit has no picture of it yet.
    expect(page.list.arrived()).toEqual(['doc-a']);
    const next = await openPage(disk, there);
    await next.shows('checking');
    expect(next.photo(0).previewUrl).toBeUndefined();
    there.documents[0] = { id: 'doc-a', field: 'invoicePhotos', state: 'received' };
    next.queue.follow();
    await next.shows('received');
    expect(next.photo(0).previewUrl).toMatch(/doc-a/);
  });

  it('that is a PDF of several pages is one on the next visit too', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('received');
    there.documents[0] = { id: 'doc-a', field: 'invoicePhotos', state: 'received', pages: 3 };
    const next = await openPage(disk, there);
    await next.shows('received');
    expect(next.photo(0)).toMatchObject({ kind: 'pdf', pages: 3 });
  });
});

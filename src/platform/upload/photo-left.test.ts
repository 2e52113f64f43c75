import { beforeEach, describe, expect, it, vi } from 'vitest';
import { numberBlobUrls, openPage, phoneDisk, photoFile, server } from './photo-queue.driver.ts';

beforeEach(numberBlobUrls);

describe('A photo that may stay as it is', () => {
  it('stays so on the next visit, and on another phone', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('received');
    const document = { id: 'doc-a', field: 'invoicePhotos', reason: 'cannot-read' } as const;
    there.documents[0] = { ...document, state: 'unreadable' };
    page.queue.follow();
    await page.shows('unreadable');
    page.leave(page.keyOf(0));
    expect(page.photo(0).isLeft).toBe(true);
    expect(there.state.left).toEqual(['doc-a']);
    await page.list.settled();
    const next = await openPage(disk, there);
    await next.shows('unreadable');
    expect(next.photo(0).isLeft).toBe(true);

    there.documents[0] = { ...document, state: 'unreadable', isLeft: true };
    const other = phoneDisk();
    await other.vault.update('test', () => ({ photos: [], arrived: ['doc-a'] }));
    const elsewhere = await openPage(other, there);
    await elsewhere.shows('unreadable');
    expect(elsewhere.photo(0).isLeft).toBe(true);
    // Turned, it is another picture.
    elsewhere.turn('doc-a');
    await vi.waitFor(() => expect(there.state.turned).toEqual(['doc-a']));
    elsewhere.queue.follow();
    expect(elsewhere.photo(0).isLeft).toBeUndefined();
  });

  it('is told to the server on the next visit, once, where it was said without a signal', async () => {
    const [disk, there] = [phoneDisk(), server()];
    const page = await openPage(disk, there);
    page.add([photoFile('a')]);
    await page.shows('received');
    const document = { id: 'doc-a', field: 'invoicePhotos', reason: 'cannot-read' } as const;
    there.documents[0] = { ...document, state: 'unreadable' };
    page.queue.follow();
    there.state.isDeaf = true;
    page.leave(page.keyOf(0));
    await page.list.settled();
    expect([page.photo(0).isLeft, there.state.left]).toEqual([true, []]);

    there.state.isDeaf = false;
    const next = await openPage(disk, there);
    await next.shows('unreadable');
    next.queue.follow();
    expect(there.state.left).toEqual(['doc-a']);
  });
});

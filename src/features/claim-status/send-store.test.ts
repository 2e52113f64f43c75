import { describe, expect, it, vi } from 'vitest';
import { createSendStore } from './send-store.ts';

const photo = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const settled = (store: ReturnType<typeof createSendStore>) =>
  vi.waitFor(() =>
    expect(
      store.getState().photos.every(({ state }) => state !== 'waiting' && state !== 'sending'),
    ).toBe(true),
  );

vi.stubGlobal(
  'URL',
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() }),
);

describe('Photos of a paper that was asked for', () => {
  it('go one after the other, each with what the server says of it', async () => {
    const order: string[] = [];
    const store = createSendStore({
      draftId: 'd',
      field: 'invoicePhotos',
      send: async (file) => {
        order.push(`begins ${file.name}`);
        await Promise.resolve();
        order.push(`ends ${file.name}`);
        return file.name;
      },
      look: async (_draft, id) => (id === 'b' ? 'rejected' : 'received'),
    });
    store.getState().add([photo('a'), photo('b')]);
    await settled(store);
    expect(order).toEqual(['begins a', 'ends a', 'begins b', 'ends b']);
    expect(store.getState().photos.map(({ state }) => state)).toEqual(['received', 'rejected']);
  });

  it('that did not go are still on the phone and may be sent again', async () => {
    let isOnline = false;
    const store = createSendStore({
      draftId: 'd',
      field: 'invoicePhotos',
      send: async () => {
        if (!isOnline) throw new Error('no signal');
        return 'a';
      },
      look: async () => 'received',
    });
    store.getState().add([photo('a')]);
    await settled(store);
    const [failed] = store.getState().photos;
    expect(failed?.state).toBe('failed');
    isOnline = true;
    store.getState().retry(failed?.key ?? '');
    await settled(store);
    expect(store.getState().photos[0]?.state).toBe('received');
    store.getState().clear();
    expect(store.getState().photos).toEqual([]);
  });
});

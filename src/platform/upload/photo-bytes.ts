import { phoneVault } from '../storage/phone-vault.ts';
import { VaultFullError, type Vault } from '../storage/vault.ts';

/** `phone`: outlives this page. `page`: this browser keeps nothing. `full`: there is no room. */
export type BytesPlace = 'phone' | 'page' | 'full';
export type BytesPart = 'original' | 'made';

export interface PhotoBytes {
  keep: (key: string, part: BytesPart, file: Blob) => Promise<BytesPlace>;
  read: (key: string, part: BytesPart) => Promise<ArrayBuffer | undefined>;
  drop: (key: string, part?: BytesPart) => Promise<void>;
}

const nameOf = (key: string, part: BytesPart) =>
  part === 'original' ? `photo/${key}` : `photo/${key}/made`;

let isAsked = false;

/** Asks the browser not to clear this away when the phone runs short. Firefox would put up a question: left alone. */
function askToStay(): void {
  if (isAsked || /firefox/i.test(navigator.userAgent)) return;
  isAsked = true;
  navigator.storage?.persist?.().catch(() => undefined);
}

/** Where the bytes of photos lie on this phone until the server has them, sealed like the answers. */
export function createPhotoBytes(openVault: () => Promise<Vault> = phoneVault): PhotoBytes {
  return {
    keep: async (key, part, file) => {
      try {
        const vault = await openVault();
        if (vault.place === 'page') return 'page';
        await vault.writeBytes(nameOf(key, part), await file.arrayBuffer());
        askToStay();
        return 'phone';
      } catch (error) {
        return error instanceof VaultFullError ? 'full' : 'page';
      }
    },
    read: async (key, part) => {
      const vault = await openVault();
      return vault.readBytes(nameOf(key, part));
    },
    drop: async (key, part) => {
      const vault = await openVault();
      const parts: readonly BytesPart[] = part ? [part] : ['original', 'made'];
      for (const one of parts) await vault.remove(nameOf(key, one));
    },
  };
}

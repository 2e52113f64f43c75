import {
  withFacts,
  withNothingMade,
  withoutPhoto,
  withPhoto,
  type KeptPhoto,
  type Turns,
} from '#domain/drafts/kept-photos.ts';
import type { PhotoAdvice } from '#domain/photo/types.ts';
import { doAlone, isPageOpen, thisPage } from './alone.ts';
import type { PhotoBytes } from './photo-bytes.ts';
import type { Shelf } from './photo-shelf.ts';
import { asItIs, type Prepare, type QueueParts } from './queue-parts.ts';

/** What becomes of a photo on the phone, before it is sent. */
export interface Making {
  /** The original onto the phone, before anything else happens to it. */
  keep: (key: string, file: File, replaces?: string) => Promise<void>;
  /** Makes what is sent, where it is not made yet. False: it cannot go on now. */
  make: (key: string) => Promise<boolean>;
  /** What is sent; undefined: it has to be made (anew). */
  madeFile: (key: string) => Promise<File | undefined>;
  /** Off the phone. */
  forget: (key: string) => Promise<void>;
}

const prepareHere: Prepare = async (file, options) => {
  const { preparePhoto } = await import('../photo/prepare-photo.ts');
  return preparePhoto(file, options);
};

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

export function createMaking(
  { field, list, prepare = prepareHere, paper, subject, hasTwoSides, closed }: QueueParts,
  shelf: Shelf,
  bytes: PhotoBytes,
  again: () => void,
): Making {
  const lookedAt = new Set<string>();
  const facts = (key: string, more: Partial<KeptPhoto>) => list.apply(withFacts(key, more));
  const fileOf = (data: ArrayBuffer, { name, type }: { name: string; type: string }) =>
    new File([data], name, { type });

  const forget = async (key: string) => {
    list.apply((kept) => withoutPhoto(kept, key));
    await bytes.drop(key).catch(() => undefined);
  };

  const keep = async (key: string, file: File, replaces?: string) => {
    shelf.held(key).original = file;
    lookedAt.add(key);
    const { name, type } = file;
    // Noted before it is written: should the page end in between, the next one says that it is missing.
    list.apply((kept) => withPhoto(kept, { key, field, name, type, replaces, isWriting: true }));
    await doAlone(`photo/${key}`, async () => {
      await list.settled();
      const place = await bytes.keep(key, 'original', file);
      if (!shelf.find(key) && !closed?.aborted) return forget(key);
      facts(key, { isWriting: undefined, onlyIn: place === 'phone' ? undefined : thisPage() });
      await list.settled();
      if (place === 'full') shelf.change(key, { reason: 'no-room' });
    });
  };

  /** What it is made of, and how far that is turned already. */
  interface Source {
    file: File;
    turned: Turns;
  }
  /** The original, or what was made of it last where the phone had room for that alone. */
  const sourceOf = async (kept: KeptPhoto): Promise<Source | undefined> => {
    const { key, lastMade, turns = 0 } = kept;
    const held = shelf.held(key);
    const data = held.original ? undefined : await bytes.read(key, 'original');
    if (data) held.original = fileOf(data, kept);
    if (held.original) return { file: held.original, turned: 0 };
    const made = lastMade && (await bytes.read(key, 'made'));
    if (made) return { file: fileOf(made, lastMade), turned: lastMade.turns };
    return held.made && { file: held.made, turned: turns };
  };

  const madeFile = async (key: string): Promise<File | undefined> => {
    const kept = shelf.kept(key);
    if (!kept?.made) return undefined;
    if (kept.made.isOriginal) return (await sourceOf(kept))?.file;
    const held = shelf.held(key);
    if (!held.made) {
      const data = await bytes.read(key, 'made');
      if (data) held.made = fileOf(data, kept.made);
    }
    return held.made;
  };

  /** What this page has not looked at yet: left by an earlier page, or by another tab. */
  const takeOver = async (kept: KeptPhoto): Promise<'ready' | 'later' | 'lost'> => {
    if (kept.onlyIn && kept.onlyIn !== thisPage()) {
      if (await isPageOpen(kept.onlyIn)) return 'later';
    } else if (!kept.isWriting) return 'ready';
    let isLost = true;
    const isMine = await doAlone(`photo/${kept.key}`, async () => {
      await list.look();
      isLost = !(await bytes.read(kept.key, 'original')) && !(await bytes.read(kept.key, 'made'));
      if (!isLost) facts(kept.key, { isWriting: undefined, onlyIn: undefined });
    });
    if (!isMine) return 'later';
    return isLost ? 'lost' : 'ready';
  };

  const makeIt = async (kept: KeptPhoto, { file: source, turned }: Source, signal: AbortSignal) => {
    const { key, turns = 0, replaces } = kept;
    shelf.change(key, { state: 'preparing', advice: undefined });
    // Of this question's other photos, here or with us: what another question shows, or what was taken away, is no side.
    const besides = shelf
      .photos()
      .filter(
        ({ key: id, documentId }) =>
          id !== key && (!replaces || ![id, documentId].includes(replaces)),
      )
      .flatMap((one) => {
        const { look } = shelf.kept(one.key) ?? list.now().sent?.[one.documentId ?? ''] ?? {};
        return look ? [look] : [];
      });
    const options = {
      turns: ((turns - turned + 4) % 4) as Turns,
      paper,
      subject,
      signal,
      // Said before the photo is packed; nobody is asked twice.
      onAdvice: (advice: PhotoAdvice) => {
        const isAsked = !shelf.kept(key)?.isAnyway;
        if (isAsked && !signal.aborted) shelf.change(key, { state: 'advised', advice });
      },
      ...(hasTwoSides ? { besides } : {}),
    };
    const made = await prepare(source, options).catch((error: unknown) => {
      if (isAbort(error)) throw error;
      // What makes it smaller could not be loaded: the server takes the original too.
      return asItIs(source, options);
    });
    if ((shelf.kept(key)?.turns ?? 0) !== turns) return false;
    const isOriginal = made.file === source;
    const held = shelf.held(key);
    held.made = isOriginal ? undefined : made.file;
    const place = isOriginal ? undefined : await bytes.keep(key, 'made', made.file);
    if (!shelf.find(key)) {
      if (!closed?.aborted) await forget(key);
      return false;
    }
    const { name, type } = made.file;
    facts(key, {
      made: { name, type, ...(isOriginal ? { isOriginal } : {}) },
      advice: made.advice ?? undefined,
      ...(made.hash && !kept.hash ? { hash: made.hash } : {}),
      ...(made.look ? { look: made.look } : {}),
      // There was no room for the original; for this there is.
      ...(place === 'phone' ? { onlyIn: undefined, lastMade: { name, type, turns } } : {}),
    });
    if (place === 'phone' && shelf.find(key)?.reason === 'no-room') {
      shelf.change(key, { reason: undefined });
    }
    await list.settled();
    if (!isOriginal) shelf.show(key, made.file);
    return true;
  };

  const lose = (key: string) => {
    shelf.change(key, { state: 'failed', reason: 'lost' });
    return false;
  };

  /** As `makeIt`; while it is at it, nobody else begins with this one. */
  const makeAlone = async (kept: KeptPhoto, source: Source): Promise<boolean> => {
    const held = shelf.held(kept.key);
    const stop = new AbortController();
    held.stop = stop;
    try {
      return await makeIt(kept, source, stop.signal);
    } catch (error) {
      if (isAbort(error)) return false;
      throw error;
    } finally {
      if (held.stop === stop) held.stop = undefined;
    }
  };

  return {
    keep,
    madeFile,
    forget,
    make: async (key) => {
      let kept = shelf.kept(key);
      if (!kept || !shelf.find(key)) return false;
      if (!lookedAt.has(key)) {
        const found = await takeOver(kept);
        if (found === 'later') {
          again();
          return false;
        }
        if (found === 'lost') return lose(key);
        lookedAt.add(key);
      }
      if (kept.made && !(await madeFile(key))) {
        // What was begun on the server cannot go on with other bytes than these.
        list.apply(withNothingMade(key));
      }
      kept = shelf.kept(key);
      if (!kept) return false;
      if (kept.made) {
        const file = await madeFile(key);
        if (file && !shelf.find(key)?.previewUrl) shelf.show(key, file);
        return true;
      }
      const source = await sourceOf(kept);
      if (!source) return lose(key);
      if (!shelf.find(key)?.previewUrl) shelf.show(key, source.file);
      return makeAlone(kept, source);
    },
  };
}

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clipEndings, type Clip, type ClipType } from './speech.ts';
import { CLIP_HASH } from './clip-hash.ts';

/** A folder of sound files named `<hash>.<ending>`: recorded by a person, or made once by a speech service. */
export interface VoicePack {
  has(hash: string): boolean;
  /** Nothing when there is no such clip, or when its file has gone since. */
  read(hash: string): Promise<Clip | undefined>;
  /** Adds a clip. Only for fixed sentences: what is written here stays. */
  add(hash: string, clip: Clip): Promise<void>;
  readonly size: number;
}

const types = Object.entries(clipEndings) as [ClipType, string][];

/**
 * Opens a voice pack. The folder is listed once: a request can name only a file that was there then or was added
 * since. A folder that does not exist is an empty pack, made when the first clip comes.
 */
export async function openVoicePack(folder: string): Promise<VoicePack> {
  const clips = new Map<string, { file: string; type: ClipType }>();
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    names = [];
  }
  for (const file of names) {
    const [hash = '', ending, ...rest] = file.split('.');
    const type = types.find((entry) => entry[1] === ending)?.[0];
    if (type && rest.length === 0 && CLIP_HASH.test(hash)) clips.set(hash, { file, type });
  }
  return {
    has: (hash) => clips.has(hash),
    async read(hash) {
      const found = clips.get(hash);
      if (!found) return undefined;
      try {
        return {
          bytes: new Uint8Array(await readFile(join(folder, found.file))),
          type: found.type,
        };
      } catch {
        // Taken away by hand: as if it had never been there.
        clips.delete(hash);
        return undefined;
      }
    },
    async add(hash, clip) {
      if (!CLIP_HASH.test(hash)) throw new Error('no name of a clip');
      await mkdir(folder, { recursive: true });
      const file = `${hash}.${clipEndings[clip.type]}`;
      const temporary = join(folder, `.${randomUUID()}.part`);
      await writeFile(temporary, clip.bytes);
      await rename(temporary, join(folder, file));
      clips.set(hash, { file, type: clip.type });
    },
    get size() {
      return clips.size;
    },
  };
}

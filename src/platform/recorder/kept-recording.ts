import { newId } from '../ids/new-id.ts';
import { phoneVault } from '../storage/phone-vault.ts';
import { VaultFullError, type Vault } from '../storage/vault.ts';

/** What a recording is. */
export type RecordedKind = 'audio' | 'video';

/** One recording as it lies on this phone, piece by piece, sealed as the answers are. */
interface Kept {
  key: string;
  kind: RecordedKind;
  type: string;
  pieces: number;
  seconds: number;
}

export interface Recalled {
  file: File;
  kind: RecordedKind;
  seconds: number;
}

const metaName = (slot: string) => `statement/${slot}`;
const pieceName = (key: string, at: number) => `statement/${key}/${at}`;

/** Whether something lies here that was recorded before a reload or a dead battery. @throws the browser's error */
export async function hasKeptRecording(slot: string): Promise<boolean> {
  const vault = await phoneVault();
  return ((await vault.read<Kept>(metaName(slot)))?.pieces ?? 0) > 0;
}

async function takeAway(vault: Vault, kept: Kept): Promise<void> {
  for (let i = 0; i < kept.pieces; i += 1) await vault.remove(pieceName(kept.key, i));
}

/** Takes away what was recorded for this slot. */
export async function forgetRecording(slot: string, openVault = phoneVault): Promise<void> {
  const vault = await openVault();
  const kept = await vault.read<Kept>(metaName(slot));
  if (!kept) return;
  await vault.remove(metaName(slot));
  await takeAway(vault, kept);
}

const endings: Readonly<Record<string, string>> = { mp4: 'mp4', webm: 'webm', ogg: 'ogg' };

/** The pieces as one file: containers that are written live are made to be put together so. */
export function asFile(pieces: readonly BlobPart[], type: string): File {
  const plain = type.split(';')[0]?.trim() ?? type;
  const ending = endings[plain.split('/')[1] ?? ''] ?? 'bin';
  return new File([...pieces], `statement.${ending}`, { type: plain });
}

/** What was recorded before this page was opened, up to its last whole piece; nothing where there is none. */
export async function recallRecording(
  slot: string,
  openVault = phoneVault,
): Promise<Recalled | undefined> {
  const vault = await openVault();
  const kept = await vault.read<Kept>(metaName(slot));
  if (!kept) return undefined;
  const pieces: ArrayBuffer[] = [];
  for (let i = 0; i < kept.pieces; i += 1) {
    const piece = await vault.readBytes(pieceName(kept.key, i));
    // What follows a missing piece cannot be played.
    if (!piece) break;
    pieces.push(piece);
  }
  if (pieces.length === 0) return undefined;
  return { file: asFile(pieces, kept.type), kind: kept.kind, seconds: kept.seconds };
}

/** Keeps a recording while it is being made. */
export interface PieceKeeper {
  /** @param seconds how long it is with this piece */
  keep: (piece: Blob, seconds: number) => void;
  /** All that came so far is on the phone, or cannot be kept there. */
  settled: () => Promise<void>;
}

/**
 * Begins to keep a recording; what lay here before goes once the first piece of the new one is kept, so that there is
 * never nothing.
 * @param onUnkept the phone keeps no more (full, or nothing is kept on it): it is in this page only
 */
export function keepPieces(
  slot: string,
  { kind, type }: { kind: RecordedKind; type: string },
  onUnkept: () => void,
  openVault = phoneVault,
): PieceKeeper {
  const key = newId();
  let count = 0;
  let isOver = false;
  let line: Promise<void> = Promise.resolve();
  const write = async (piece: Blob, at: number, seconds: number) => {
    if (isOver) return;
    const vault = await openVault();
    if (vault.place === 'page') throw new VaultFullError('nothing is kept on this phone');
    await vault.writeBytes(pieceName(key, at), await piece.arrayBuffer());
    let before: Kept | undefined;
    await vault.update<Kept>(metaName(slot), (now) => {
      before = now;
      return { key, kind, type, pieces: at + 1, seconds };
    });
    if (before && before.key !== key) await takeAway(vault, before);
  };
  return {
    keep: (piece, seconds) => {
      const at = count;
      count += 1;
      line = line
        .then(() => write(piece, at, seconds))
        .catch(() => {
          isOver = true;
          onUnkept();
        });
    },
    settled: () => line,
  };
}

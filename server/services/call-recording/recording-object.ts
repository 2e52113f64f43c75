import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import type { CallRecordingTable } from '../../store/schema-handoff.ts';

/** Key in object storage and place for the seal of one piece. */
export const pieceObject = (id: string, piece: number): { key: string; place: string } => ({
  key: `recording/${id}/${piece}`,
  place: `call_recording.${id}.${piece}`,
});

/** @throws ProblemError 503 when storage has lost it */
export async function openPiece(parts: Parts, id: string, piece: number): Promise<Uint8Array> {
  const { key, place } = pieceObject(id, piece);
  const sealed = await parts.objects.get(key);
  if (sealed) return parts.seal.openBytes(place, sealed);
  const cause = new Error(`no piece ${piece} of recording ${id}`);
  throw new ProblemError('photo-missing', 503, { cause });
}

/** All of it, one piece after the other: that is how a browser writes it. @throws ProblemError 503 */
export async function openSound(
  parts: Parts,
  row: Pick<CallRecordingTable, 'id' | 'pieces'>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < row.pieces; at += 1) pieces.push(await openPiece(parts, row.id, at));
  return new Uint8Array(Buffer.concat(pieces));
}

/** Takes its sound from storage, whatever there is of it. @throws ObjectStoreError */
export async function dropSound(parts: Parts, id: string): Promise<void> {
  for (const key of await parts.objects.list(`recording/${id}/`)) await parts.objects.delete(key);
}

/** What its first bytes say it is; nothing else is taken. */
export function soundType(bytes: Uint8Array): 'audio/webm' | 'audio/mp4' | undefined {
  const head = Buffer.from(bytes.subarray(0, 8));
  if (head.subarray(0, 4).equals(Buffer.from('1a45dfa3', 'hex'))) return 'audio/webm';
  return head.subarray(4, 8).toString('latin1') === 'ftyp' ? 'audio/mp4' : undefined;
}

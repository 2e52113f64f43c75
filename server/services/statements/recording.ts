import { readFile } from 'node:fs/promises';
import type { DocumentReason } from '#domain/api/draft.ts';
import type { Parts } from '../../parts.ts';
import { examineMedia } from './examine-media.ts';
import type { MediaType } from './media.ts';

/** A recording as it is kept: byte for byte what was sent, since nobody here decodes it. */
export interface KeptRecording {
  state: 'received';
  full: Uint8Array;
  thumb?: undefined;
  width: null;
  height: null;
  media: MediaType;
  seconds: number;
}
export type Recording = KeptRecording | { state: 'rejected'; reason: DocumentReason };

/** Whether a field of a claim holds a statement and no photos. */
export function isStatementField(parts: Pick<Parts, 'flows'>, field: string): boolean {
  return parts.flows.some(
    ({ fields }) => Object.hasOwn(fields, field) && fields[field]?.kind === 'statement',
  );
}

/** Looks at a whole upload of a statement. @throws the disk's error: the bytes stay, call again */
export async function examineRecording(path: string): Promise<Recording> {
  const full = await readFile(path);
  const found = examineMedia(full);
  if ('reason' in found) return { state: 'rejected', reason: found.reason };
  return {
    state: 'received',
    full,
    width: null,
    height: null,
    media: found.type,
    seconds: Math.round(found.seconds),
  };
}

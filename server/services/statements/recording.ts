import { readFile } from 'node:fs/promises';
import type { DocumentReason } from '#domain/api/draft.ts';
import type { Parts } from '../../parts.ts';
import { examineMedia } from './examine-media.ts';
import type { MediaType } from './media.ts';
import { withoutMp4Words } from './read-mp4.ts';
import { withoutWebmWords } from './read-webm.ts';

/**
 * A recording as it is kept: what was sent, sound and picture byte for byte, since nobody here decodes them. Where it was
 * recorded is not kept.
 */
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

function withoutWords(file: Uint8Array, type: MediaType): Uint8Array {
  if (type.endsWith('/mp4')) return withoutMp4Words(file);
  return type.endsWith('/webm') ? withoutWebmWords(file) : file;
}

/** Looks at a whole upload of a statement. @throws the disk's error: the bytes stay, call again */
export async function examineRecording(path: string): Promise<Recording> {
  const full = new Uint8Array(await readFile(path));
  const found = examineMedia(full);
  if ('reason' in found) return { state: 'rejected', reason: found.reason };
  return {
    state: 'received',
    full: withoutWords(full, found.type),
    width: null,
    height: null,
    media: found.type,
    seconds: Math.round(found.seconds),
  };
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationFile } from '#domain/api/conversation.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { ScannerError } from '../../adapters/scanner/scanner.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { countFilesSince, findFile, insertFile } from '../../store/conversation-files.ts';
import type { ConversationFileTable } from '../../store/schema-handoff.ts';
import { KEPT_TYPE } from '../photos/photo-result.ts';
import { examineMedia } from '../statements/examine-media.ts';
import type { Media } from '../statements/media.ts';
import { mayWrite, readableConversation, type Party } from './party.ts';

const FILES_A_MINUTE = 20;

/** Where a file of a conversation lies, and the place that its seal is bound to. */
export const objectOf = (id: string) => ({
  key: `conversation/${id}`,
  place: `conversation_file.${id}`,
});

interface Kept {
  bytes: Uint8Array;
  kind: ConversationFileTable['kind'];
  fileType: string;
  seconds: number | null;
}

const refused = (): ProblemError => new ProblemError('file-not-usable', 422);

/**
 * Nobody opens a file before it was looked through. A scanner that does not answer is no fault of the file: whoever sends
 * keeps it and asks again.
 */
async function lookThrough(parts: Parts, path: string, conversationId: string): Promise<void> {
  const found = await parts.scanner.scan(path).catch((cause: unknown) => {
    if (!(cause instanceof ScannerError)) throw cause;
    parts.log.error('file-not-scanned', cause, { conversation: conversationId });
    throw new ProblemError('busy', 503, { cause, headers: { 'retry-after': '30' } });
  });
  if (found.kind === 'clean') return;
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'system' },
      action: 'file-infected',
      subject: { kind: 'conversation', id: conversationId },
      detail: { name: found.name },
    }),
  );
  throw refused();
}

/** A photo becomes one of our own making, without what a phone hides in it. */
async function cleanPhoto(parts: Parts, path: string): Promise<Kept> {
  const result = await parts.photos.clean(path);
  if (result.state === 'rejected') throw refused();
  return { bytes: result.full, kind: 'photo', fileType: KEPT_TYPE, seconds: null };
}

/** What its content says it is: a recording as it came, anything else as a photo or not at all. */
async function keep(parts: Parts, bytes: Uint8Array, conversationId: string): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), 'sl-file-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes, { mode: 0o600 });
    await lookThrough(parts, path, conversationId);
    const media = examineMedia(bytes);
    return 'type' in media ? keepSound(bytes, media) : await cleanPhoto(parts, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function keepSound(bytes: Uint8Array, media: Media): Kept {
  if (media.type.startsWith('video/')) throw refused();
  if (media.seconds > handoffLimits.voiceNoteSeconds + 5) throw refused();
  return { bytes, kind: 'voice', fileType: media.type, seconds: Math.round(media.seconds) };
}

/**
 * Keeps a photo or a voice note of a conversation, sealed. It is heard of with the message that names it.
 * @throws ProblemError 404; 403 not-in-conversation; 409 conversation-closed; 413, 422, 429; 503 busy
 */
export async function keepFile(
  parts: Parts,
  party: Party,
  conversationId: string,
  bytes: Uint8Array,
): Promise<ConversationFile> {
  const { db } = parts.store;
  const row = await readableConversation(db, parts, party, conversationId);
  if (row.state === 'closed') throw new ProblemError('conversation-closed', 409);
  if (!mayWrite(party, row)) throw new ProblemError('not-in-conversation', 403);
  if (bytes.byteLength > handoffLimits.fileBytes) throw new ProblemError('file-too-large', 413);
  if (bytes.byteLength === 0) throw refused();
  const now = parts.clock.now();
  if ((await countFilesSince(db, conversationId, now - 60_000)) >= FILES_A_MINUTE)
    throw new ProblemError('messages-too-fast', 429, { headers: { 'retry-after': '10' } });
  const kept = await keep(parts, bytes, conversationId);
  const id = parts.ids.id();
  const { key, place } = objectOf(id);
  await parts.objects.put(key, parts.seal.sealBytes(place, kept.bytes));
  await parts.store.write((tx) =>
    insertFile(tx, {
      id,
      conversation_id: conversationId,
      kind: kept.kind,
      file_type: kept.fileType,
      bytes: kept.bytes.byteLength,
      seconds: kept.seconds,
      actor: party.side,
      at: now,
      named_at: null,
    }),
  );
  return {
    fileId: id,
    kind: kept.kind,
    fileType: kept.fileType,
    bytes: kept.bytes.byteLength,
    ...(kept.seconds === null ? {} : { seconds: kept.seconds }),
  };
}

/** A file of a conversation that they may read. @throws ProblemError 404 */
export async function openFile(
  parts: Parts,
  party: Party,
  conversationId: string,
  fileId: string,
): Promise<{ bytes: Uint8Array; fileType: string }> {
  await readableConversation(parts.store.db, parts, party, conversationId);
  const file = await findFile(parts.store.db, fileId);
  if (file?.conversation_id !== conversationId) throw new ProblemError('not-found', 404);
  const { key, place } = objectOf(fileId);
  const sealed = await parts.objects.get(key);
  if (!sealed) throw new ProblemError('photo-missing', 503);
  return { bytes: parts.seal.openBytes(place, sealed), fileType: file.file_type };
}

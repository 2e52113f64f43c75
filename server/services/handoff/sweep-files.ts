import type { Parts } from '../../parts.ts';
import { deleteFile, listUnnamedFiles, markNamed } from '../../store/conversation-files.ts';
import type { ConversationFileTable } from '../../store/schema-handoff.ts';
import { eventsOf } from '../../store/streams.ts';
import { objectOf } from './conversation-files.ts';

/** A phone that lost its connection between file and message has so long to send the message. */
const KEEP_UNNAMED_MS = 24 * 3_600_000;
const AT_ONCE = 200;
const NAMING = ['message', 'voice-note'];

async function isNamed(parts: Parts, file: ConversationFileTable): Promise<boolean> {
  const events = await eventsOf(parts.store.db, parts.seal, file.conversation_id, NAMING);
  return events.some(({ body }) => body['fileId'] === file.id);
}

/**
 * Takes away what was sent into a conversation and was never named by a message: nobody can see it, and nobody asked us
 * to keep it. The bytes go first: bytes without a row would never be found again.
 * @returns how many
 */
export async function sweepFiles(parts: Parts): Promise<number> {
  let count = 0;
  const before = parts.clock.now() - KEEP_UNNAMED_MS;
  for (const file of await listUnnamedFiles(parts.store.db, before, AT_ONCE)) {
    try {
      if (await isNamed(parts, file)) {
        await parts.store.write((tx) => markNamed(tx, file.id, parts.clock.now()));
        continue;
      }
      await parts.objects.delete(objectOf(file.id).key);
      await parts.store.write((tx) => deleteFile(tx, file.id));
      count += 1;
    } catch (error) {
      // One that cannot be taken away now keeps no other from it.
      parts.log.error('file-not-swept', error, { file: file.id });
    }
  }
  return count;
}

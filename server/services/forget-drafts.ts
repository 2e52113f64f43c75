import { SESSION_MS } from '../http/sessions.ts';
import type { Parts } from '../parts.ts';
import { deleteDraft, listOrphanDrafts } from '../store/drafts.ts';
import { listUploadsOfDraft } from '../store/uploads.ts';
import { removeUpload } from './uploads/remove-upload.ts';

/**
 * Forgets drafts that nobody can open any more: begun without signing in, on a session that has ended. What they hold
 * of a person's health must not outlive the only key to it.
 * @returns how many
 */
export async function forgetOrphanDrafts(parts: Parts): Promise<number> {
  const before = parts.clock.now() - SESSION_MS;
  const ids = await listOrphanDrafts(parts.store.db, before);
  for (const id of ids) {
    for (const upload of await listUploadsOfDraft(parts.store.db, id))
      await removeUpload(parts, upload);
    await deleteDraft(parts.store.db, id);
  }
  return ids.length;
}

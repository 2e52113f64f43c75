import { readFile, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { cleanPhoto } from './clean-photo.ts';
import type { CleanerAnswer, CleanerJob } from './cleaner.ts';

/**
 * The process that opens strangers' files. It knows no secret and no database, may be killed at any moment, and goes
 * when the server goes.
 */
function send(answer: CleanerAnswer): void {
  process.send?.(answer);
}

async function work(job: CleanerJob): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(job.path);
  } catch {
    // Not the photo's fault: the server tries again later.
    send({ kind: 'unread', id: job.id });
    return;
  }
  send({ kind: 'done', id: job.id, result: await cleanPhoto(bytes) });
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job: CleanerJob) => void work(job));

// Pages come first; and where memory runs out, the system should take this process and not the server.
try {
  setPriority(10);
} catch {
  // Some containers forbid it; the photo is cleaned all the same.
}
if (process.platform === 'linux')
  writeFile('/proc/self/oom_score_adj', '900').catch(() => undefined);

send({ kind: 'ready' });

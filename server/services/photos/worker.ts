import { readFile } from 'node:fs/promises';
import { answerParent } from '../../processes/answer-parent.ts';
import { cleanPhoto, turnPhoto } from './clean-photo.ts';
import type { CleanerAnswer, CleanerJob } from './cleaner.ts';

/** The process that opens strangers' files. A file that cannot be read is not the photo's fault: it throws. */
await answerParent<CleanerJob, CleanerAnswer>(() =>
  Promise.resolve(async (job) =>
    'path' in job ? cleanPhoto(await readFile(job.path)) : turnPhoto(job.full, job.quarters),
  ),
);

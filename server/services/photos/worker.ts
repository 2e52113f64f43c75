import { readFile } from 'node:fs/promises';
import { answerParent } from '../../processes/answer-parent.ts';
import { cleanPhoto } from './clean-photo.ts';
import type { CleanerJob } from './cleaner.ts';
import type { PhotoResult } from './photo-result.ts';

/** The process that opens strangers' files. A file that cannot be read is not the photo's fault: it throws. */
await answerParent<CleanerJob, PhotoResult>(() =>
  Promise.resolve(async ({ path }) => cleanPhoto(await readFile(path))),
);

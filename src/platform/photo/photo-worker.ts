import { workerEasel } from './easels.ts';
import type { PhotoJob } from './looked-at.ts';
import { makePhoto } from './make-photo.ts';

// One photo at a time: whoever asks waits for the answer, so an answer needs no number.
addEventListener('message', ({ data }: MessageEvent<PhotoJob>) => {
  void makePhoto(data, workerEasel()).then((done) => postMessage(done));
});

import { workerEasel } from './easels.ts';
import type { PhotoJob, PhotoNews } from './looked-at.ts';
import { makePhoto } from './make-photo.ts';

const tell = (news: PhotoNews) => postMessage(news);

// One photo at a time: whoever asks waits for the answer, so an answer needs no number.
addEventListener('message', ({ data }: MessageEvent<PhotoJob>) => {
  void makePhoto(data, workerEasel(), (advice) => tell({ advice })).then((done) => tell({ done }));
});

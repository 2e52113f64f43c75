import type { PaperReading } from '#domain/papers/read/types.ts';
import { answerParent } from '../../processes/answer-parent.ts';
import { NOTHING_READ } from './reader.ts';

/** The process that reads. It holds the networks, keeps no picture and writes no log. */
await answerParent<Uint8Array, PaperReading>(async () => {
  // Loaded here and not above: where a package has nothing for this system, that is an answer and no crash.
  const [{ openNetworks }, { decodeImage, UnreadablePictureError }, { readPicture }] =
    await Promise.all([
      import('./networks.ts'),
      import('./decode-image.ts'),
      import('./read-picture.ts'),
    ]);
  let networks: ReturnType<typeof openNetworks> | undefined;
  return async (image) => {
    try {
      networks ??= openNetworks();
      return (await readPicture(await decodeImage(image), await networks)).reading;
    } catch (error) {
      if (error instanceof UnreadablePictureError) return NOTHING_READ;
      throw error;
    }
  };
});

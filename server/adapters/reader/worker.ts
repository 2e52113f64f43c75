import { parentPort } from 'node:worker_threads';
import type { ReadAnswer, ReadRequest } from './messages.ts';
import { NOTHING_READ } from './reader.ts';

/** The thread that reads. It holds the networks, keeps no picture and writes no log. */
function send(answer: ReadAnswer): void {
  parentPort?.postMessage(answer);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function start(): Promise<void> {
  // Loaded here and not above: where a package has nothing for this system, that is an answer and no crash.
  const [{ openNetworks }, { decodeImage, UnreadablePictureError }, { readPicture }] =
    await Promise.all([
      import('./networks.ts'),
      import('./decode-image.ts'),
      import('./read-picture.ts'),
    ]);
  let networks: ReturnType<typeof openNetworks> | undefined;
  parentPort?.on('message', ({ id, image }: ReadRequest) => {
    void (async () => {
      try {
        networks ??= openNetworks();
        const { reading } = await readPicture(await decodeImage(image), await networks);
        send({ kind: 'done', id, reading });
      } catch (error) {
        if (error instanceof UnreadablePictureError)
          send({ kind: 'done', id, reading: NOTHING_READ });
        else send({ kind: 'failed', id, why: nameOf(error) });
      }
    })();
  });
  send({ kind: 'ready' });
}

start().catch((error: unknown) => send({ kind: 'none', why: nameOf(error) }));

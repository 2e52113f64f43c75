/**
 * Why there is no picture of ours. `refused`: the person or the phone said no. `missing`: there is no camera. `busy`:
 * another program has it. `unsent`: it works, and the connection carries no picture.
 */
export type CameraTrouble = 'refused' | 'missing' | 'busy' | 'unsent';

/**
 * The camera on the person's side of the phone. Small: a face is read at this size, and a minute of it is some 4 MB.
 * @throws the browser's error: `cameraTrouble` tells it
 */
export const openCamera = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    video: {
      facingMode: 'user',
      width: { ideal: 640 },
      height: { ideal: 480 },
      frameRate: { max: 20 },
    },
  });

export function cameraTrouble(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'refused';
}

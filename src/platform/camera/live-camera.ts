/** Why the camera cannot be looked through: the person or the phone said no, there is none, or another app has it. */
export type CameraTrouble = 'refused' | 'none' | 'busy';

export class CameraError extends Error {
  override name = 'CameraError';
  constructor(
    readonly trouble: CameraTrouble,
    options?: ErrorOptions,
  ) {
    super(trouble, options);
  }
}

export interface LiveCamera {
  stream: MediaStream;
  /** Absent where the camera has no lamp, or does not let a page light it. */
  light?: (isOn: boolean) => Promise<void>;
  /** What is seen now, as large as the camera gives it. @throws CameraError busy, when there is no picture yet */
  take: (video: HTMLVideoElement) => Promise<File>;
  /** Lets go of the camera: its lamp goes out at once. */
  stop: () => void;
}

/** Enough for the small print of an A4 sheet; the browser gives what it has (W3C mediacapture: `ideal` never fails). */
const IDEAL = { width: { ideal: 2560 }, height: { ideal: 1440 } };
/** Of the JPEG: it is made smaller once more before it is sent. */
const QUALITY = 0.92;
/** How long a person may think about the question whether the page may use the camera, ms. */
const ASK_MS = 60_000;

/** Whether there is anything to try: absent in old browsers, in some apps, and on pages without https. */
export const hasLiveCamera = (): boolean =>
  typeof navigator !== 'undefined' &&
  typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function';

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
}

function take(video: HTMLVideoElement): Promise<File> {
  const { videoWidth: width, videoHeight: height } = video;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = width > 0 ? canvas.getContext('2d') : null;
  if (!context) return Promise.reject(new CameraError('busy'));
  context.drawImage(video, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob
          ? resolve(new File([blob], 'photo.jpg', { type: 'image/jpeg' }))
          : reject(new CameraError('busy')),
      'image/jpeg',
      QUALITY,
    ),
  );
}

/**
 * Opens the camera at the back. Call it inside the person's tap; the browser asks them.
 * @throws CameraError
 */
export async function openCamera(): Promise<LiveCamera> {
  if (!hasLiveCamera()) throw new CameraError('none');
  const asked = navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' }, ...IDEAL },
    audio: false,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CameraError('busy')), ASK_MS);
  });
  let stream: MediaStream;
  try {
    stream = await Promise.race([asked, tooLong]);
  } catch (cause) {
    // An answer that comes too late opens a camera that nobody looks through.
    asked.then((late) => late.getTracks().forEach((track) => track.stop())).catch(() => undefined);
    throw cause instanceof CameraError ? cause : new CameraError(troubleOf(cause), { cause });
  } finally {
    clearTimeout(timer);
  }
  const [track] = stream.getVideoTracks();
  // `torch` is in W3C image capture and not in TypeScript's lists.
  const can = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return {
    stream,
    light: can?.torch
      ? (isOn) =>
          track!.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] })
      : undefined,
    take,
    stop: () => stream.getTracks().forEach((one) => one.stop()),
  };
}

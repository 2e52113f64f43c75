import { recordingLimits } from '#domain/handoff/recording.ts';

/** What is first here and can be recorded is taken; both sides' browsers play all of them. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];
/** Speech of two people. Bits a second. */
const RATE = 32_000;

export interface MixEvents {
  /** Every few seconds: all pieces one after the other are the recording. */
  onPiece: (piece: Blob) => void;
  /** The browser gave up by itself. */
  onLost: () => void;
}

const typeHere = (): string | undefined =>
  typeof MediaRecorder === 'function' && typeof AudioContext === 'function'
    ? TYPES.find((type) => MediaRecorder.isTypeSupported?.(type))
    : undefined;

/** Whether this browser can record a call. */
export const canRecordCall = (): boolean => typeHere() !== undefined;

/**
 * Records what both sides say as one sound. A muted microphone is silence in it.
 * @returns ends it; the last piece comes a moment later
 * @throws where the browser cannot
 */
export function recordMix(
  sides: readonly MediaStream[],
  { onPiece, onLost }: MixEvents,
): () => void {
  const context = new AudioContext();
  context.resume().catch(() => undefined);
  const both = context.createMediaStreamDestination();
  for (const side of sides)
    context.createMediaStreamSource(new MediaStream(side.getAudioTracks())).connect(both);
  const recorder = new MediaRecorder(both.stream, {
    mimeType: typeHere(),
    audioBitsPerSecond: RATE,
  });
  let isStopped = false;
  const close = () => void context.close().catch(() => undefined);
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) onPiece(data);
  };
  recorder.onstop = () => {
    close();
    if (!isStopped) onLost();
  };
  recorder.onerror = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start(recordingLimits.pieceMs);
  return () => {
    isStopped = true;
    if (recorder.state !== 'inactive') recorder.stop();
  };
}

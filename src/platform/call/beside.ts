import type { StoreApi } from 'zustand/vanilla';
import { handoffLimits } from '#domain/handoff/limits.ts';
import type { CallParts } from './call-parts.ts';
import type { CallView } from './call-view.ts';
import { cameraTrouble, type CameraTrouble } from './camera.ts';
import { CAPTION_LENGTH, CAPTION_LINES, type Captions, type Sight } from './beside-view.ts';
import type { Peer } from './peer.ts';

/** What the two pages say to each other beside the sound. Their line keeps nothing, and ends with the call. */
interface Word {
  /** Our camera is on or off. */
  camera?: boolean;
  /** Your picture is here, or did not come in time. */
  seen?: boolean;
  /** The customer wants captions. */
  captions?: boolean;
  caption?: string;
  /** Nothing can be written down just now, or again. */
  captionsFail?: boolean;
}

export type Beside = ReturnType<typeof createBeside>;

/**
 * Pictures and captions of a call. Nothing of them ends the call: where they fail the voice goes on, and what is shown
 * says so.
 */
export function createBeside(
  as: 'customer' | 'staff',
  { camera, writeDown }: Pick<CallParts, 'camera' | 'writeDown'>,
  store: StoreApi<CallView>,
) {
  let peer: Peer | undefined;
  let microphone: MediaStream | undefined;
  let own: MediaStream | undefined;
  /** Rises with each tap on the camera: what an older one brings comes too late. */
  let turn = 0;
  let count = 0;
  let seenTimer: ReturnType<typeof setTimeout> | undefined;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWriting: (() => void) | undefined;

  const show = (change: Partial<Sight>) =>
    store.setState(({ sight }) => ({ sight: { ...sight, ...change } }));
  const showCaptions = (change: Partial<Captions>) =>
    store.setState(({ captions }) => ({ captions: { ...captions, ...change } }));
  const tell = (word: Word) => peer?.tell(word);

  const letCameraGo = () => {
    turn += 1;
    clearTimeout(seenTimer);
    for (const track of own?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    own = undefined;
  };
  const cameraOff = (trouble?: CameraTrouble) => {
    const wasOn = own !== undefined;
    letCameraGo();
    show({ mine: 'off', own: undefined, isSeen: undefined, trouble });
    if (!wasOn) return;
    peer?.showCamera(null).catch(() => undefined);
    tell({ camera: false });
  };
  const cameraOn = async () => {
    const mine = (turn += 1);
    show({ mine: 'asking', trouble: undefined });
    let stream: MediaStream;
    try {
      stream = await camera();
    } catch (error) {
      if (mine === turn) cameraOff(cameraTrouble(error));
      return;
    }
    // Thought better of, or hung up, while the device asked.
    if (mine !== turn || !peer) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    own = stream;
    const [track] = stream.getVideoTracks();
    if (track) track.onended = () => cameraOff('busy');
    try {
      await peer.showCamera(track ?? null);
    } catch {
      if (mine === turn) cameraOff('unsent');
      return;
    }
    if (mine !== turn) return;
    show({ mine: 'on', own: stream });
    tell({ camera: true });
    seenTimer = setTimeout(() => show({ isSeen: false }), handoffLimits.callWithinMs);
  };

  const theirCamera = (isOn: boolean) => {
    clearTimeout(lateTimer);
    show({ theirs: isOn ? 'coming' : 'off' });
    if (!isOn) return;
    lateTimer = setTimeout(() => {
      show({ theirs: 'late' });
      tell({ seen: false });
    }, handoffLimits.callWithinMs);
  };

  const setWriting = (isWanted: boolean) => {
    stopWriting?.();
    stopWriting = undefined;
    showCaptions({ isWanted, isFailing: false });
    if (!isWanted || !microphone || !writeDown) return;
    stopWriting = writeDown(microphone, {
      onText: (text) => tell({ caption: text }),
      onFailing: (isFailing) => {
        showCaptions({ isFailing });
        tell({ captionsFail: isFailing });
      },
    });
  };
  const addLine = (said: string) => {
    const text = said.trim().slice(0, CAPTION_LENGTH);
    const { lines } = store.getState().captions;
    if (text === '') return;
    count += 1;
    showCaptions({
      isFailing: false,
      lines: [...lines, { id: count, text }].slice(-CAPTION_LINES),
    });
  };

  const isWanted = () => store.getState().captions.isWanted;
  return {
    /** The words of the other side. Another program may be there: what has not its shape is passed over. */
    onWord: (said: unknown) => {
      const word = (typeof said === 'object' && said !== null ? said : {}) as Record<
        keyof Word,
        unknown
      >;
      if (typeof word.camera === 'boolean') theirCamera(word.camera);
      if (typeof word.seen === 'boolean' && own) {
        clearTimeout(seenTimer);
        show({ isSeen: word.seen });
      }
      if (as === 'staff') {
        if (typeof word.captions === 'boolean' && word.captions !== isWanted())
          setWriting(word.captions);
      } else if (isWanted()) {
        if (typeof word.caption === 'string') addLine(word.caption);
        if (typeof word.captionsFail === 'boolean') showCaptions({ isFailing: word.captionsFail });
      }
    },
    onPicture: (picture: MediaStream) => show({ picture }),
    begin: (connection: Peer, stream: MediaStream, canCaption: boolean) => {
      peer = connection;
      microphone = stream;
      showCaptions({ canHave: canCaption });
    },
    /** Of this call nothing goes on; what was shown goes with the view. */
    end: () => {
      letCameraGo();
      clearTimeout(lateTimer);
      stopWriting?.();
      stopWriting = undefined;
      peer = undefined;
      microphone = undefined;
    },
    /** Inside a tap. */
    setCamera: (isOn: boolean) => {
      const { phase, sight } = store.getState();
      if (!isOn) {
        if (sight.mine !== 'off') cameraOff();
      } else if (phase === 'talking' && sight.mine === 'off') void cameraOn();
    },
    /** Their picture is drawn. */
    noteSeen: () => {
      const { theirs } = store.getState().sight;
      if (theirs !== 'coming' && theirs !== 'late') return;
      clearTimeout(lateTimer);
      show({ theirs: 'shown' });
      tell({ seen: true });
    },
    setCaptions: (isOn: boolean) => {
      showCaptions({ isWanted: isOn, isFailing: false, lines: [] });
      tell({ captions: isOn });
    },
  };
}

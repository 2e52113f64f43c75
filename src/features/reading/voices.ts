import { createBrowserVoice } from '#platform/speech/browser-voice.ts';
import { createClipSource } from '#platform/speech/clip-source.ts';
import { createClipVoice, createPlayer } from '#platform/speech/clip-voice.ts';
import type { Voice } from '#platform/speech/voice.ts';

/** The voices in the order in which they are asked: a recorded one, the phone's own, one made on demand (ocr-voice §5). */
export function createVoices(): Voice[] {
  const source = createClipSource();
  const player = createPlayer();
  return [
    createClipVoice('ready', source, player),
    createBrowserVoice(),
    createClipVoice('possible', source, player),
  ];
}

import { SpeechError, type Speech } from './speech.ts';

/** Says nothing: no insurer's service is set. The phone's own voice reads, or the page says that nothing can. */
export function createNoSpeech(): Speech {
  return { kind: 'none', make: () => Promise.reject(new SpeechError('no speech service is set')) };
}

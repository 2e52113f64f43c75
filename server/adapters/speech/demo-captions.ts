import callEn from '#locales/en/call.json' with { type: 'json' };
import callZh from '#locales/zh-CN/call.json' with { type: 'json' };
import type { Lng } from '../../http/words.ts';
import { SpeechError, type Speech } from './speech.ts';

const words: Readonly<Record<Lng, string>> = {
  'zh-CN': callZh.captions.demo,
  en: callEn.captions.demo,
};

/**
 * Captions where no service writes down what is said: each clip of speech becomes a line that says that it is a demo, so
 * that all the rest of the way can be seen. It understands nothing.
 * @throws SpeechError in production: nobody is to read invented words there
 */
export function createDemoCaptions(appMode: string): NonNullable<Speech['transcribe']> {
  if (appMode === 'production') throw new SpeechError('captions are no demo in production');
  let count = 0;
  return ({ lng }) => {
    count += 1;
    return Promise.resolve(words[lng].replace('{{count}}', String(count)));
  };
}

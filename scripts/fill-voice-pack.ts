import { join } from 'node:path';
import { fixedSentences } from '#server/adapters/speech/fixed-sentences.ts';
import { createHttpSpeech } from '#server/adapters/speech/http.ts';
import type { Speech } from '#server/adapters/speech/speech.ts';
import { openVoicePack, type VoicePack } from '#server/adapters/speech/voice-pack.ts';
import { readConfig } from '#server/config.ts';

export interface Filled {
  made: number;
  failed: number;
}

/** Has every missing clip made, one after the other: the service is somebody else's, and there is time. */
export async function fillVoicePack(
  pack: VoicePack,
  speech: Speech,
  voice: string,
  hotline: string,
  say: (line: string) => void,
): Promise<Filled> {
  const filled = { made: 0, failed: 0 };
  for (const [hash, sentence] of fixedSentences(voice, hotline)) {
    if (pack.has(hash)) continue;
    try {
      await pack.add(hash, await speech.make(sentence, voice));
      filled.made += 1;
    } catch (error) {
      filled.failed += 1;
      say(`not made: ${sentence.text} (${error instanceof Error ? error.message : 'unknown'})`);
    }
  }
  return filled;
}

async function main(): Promise<number> {
  const config = readConfig({ ...process.env, APP_MODE: 'demo' });
  const { speechVoice: voice, hotline } = config;
  const folder = config.speechPackDir ?? join(config.dataDir, 'speech');
  const pack = await openVoicePack(folder);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const sentences = [...fixedSentences(voice, hotline)];
  const missing = sentences.filter(([hash]) => !pack.has(hash));

  if (process.argv.includes('--list')) {
    for (const [hash, { lng, text }] of sentences)
      say(`${pack.has(hash) ? 'there' : 'missing'}\t${hash}\t${lng}\t${text}`);
    return 0;
  }
  if (process.argv.includes('--check')) {
    for (const [hash, { text }] of missing) say(`missing\t${hash}\t${text}`);
    say(`${sentences.length - missing.length} of ${sentences.length} sentences in ${folder}`);
    return missing.length === 0 ? 0 : 1;
  }
  if (!config.speechUrl) {
    say('SPEECH_URL is not set: nothing can be made. --list says what to record.');
    return 1;
  }
  const speech = createHttpSpeech({ url: config.speechUrl, token: config.speechToken });
  const { made, failed } = await fillVoicePack(pack, speech, voice, hotline, say);
  say(`${made} made, ${failed} failed, ${pack.size} of ${sentences.length} in ${folder}`);
  return failed === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('fill-voice-pack.ts')) process.exit(await main());

import process from 'node:process';
import { run, say, tail } from './lib/run.mjs';
import { inputsHash, isBuildStale, writeStamp } from './lib/stale.mjs';

/**
 * Builds dist/ when it is missing or made of other files than those here now. In a process of its own, so that the
 * server that starts next does not carry the compiler's memory.
 * @throws Error with the end of the build's output
 */
export async function ensureBuild() {
  if (!isBuildStale()) return;
  say('Building …');
  const hash = inputsHash();
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], { quiet: true });
  if (code !== 0) throw new Error(`The build failed (exit code ${code}):\n${tail(output)}`);
  writeStamp(hash);
}

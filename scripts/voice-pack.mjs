// Fills the voice pack: a clip for each fixed sentence of locales/. What it does is in fill-voice-pack.ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const script = ['--import', 'tsx', 'scripts/fill-voice-pack.ts'];
const { status } = spawnSync(process.execPath, [...script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

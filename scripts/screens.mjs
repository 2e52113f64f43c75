// Takes the pictures in docs/screens: the claim's path in both modes, on a phone, from the real server.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/take-screens.ts'], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

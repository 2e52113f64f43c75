import { given, runCommand, script } from './lib/command.mjs';

/** `npm run bench`: installs what is missing, ours and the peers', builds what is stale, and measures all in one run. */
await runCommand([...script('bench/run.ts'), ...given], {
  minutes: 60,
  needs: ['peers', 'build', 'browser', 'chinese font'],
});

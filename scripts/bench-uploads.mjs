import { given, playwright, runCommand } from './lib/command.mjs';

/**
 * `npm run bench:uploads`: twenty photos of 0.4 MB on a line of 100 kbit/s that is cut, with a reload and a server that is
 * killed in between; some twelve minutes. Writes bench/results/uploads.json.
 */
await runCommand(playwright('--config=bench/uploads/playwright.config.ts', ...given), {
  minutes: 45,
  needs: ['build', 'browser'],
});

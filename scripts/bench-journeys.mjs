import { given, playwright, runCommand } from './lib/command.mjs';

/** `npm run bench:journeys`: pages, taps, typed characters and bytes of every journey; writes docs/journeys.md. */
await runCommand(playwright('--config=bench/journeys/playwright.config.ts', ...given), {
  minutes: 30,
  needs: ['build', 'browser'],
});

import { given, playwright, runCommand } from './lib/command.mjs';

/**
 * `npm run bench:photo`: how long a photo of 12 megapixels is looked at and made small on a phone that is four times
 * slower, beside what the browser itself needs to open and draw it. Writes bench/results/photo.json.
 */
await runCommand(playwright('--config=bench/photo/playwright.config.ts', ...given), {
  minutes: 10,
  needs: ['build', 'browser'],
});

import { given, playwright, runCommand, script } from './lib/command.mjs';

/**
 * `npm run bench:photo`: how long a photo of 12 megapixels is looked at and made small on a phone that is four times
 * slower, beside what the browser itself needs to open and draw it. Writes bench/results/photo.json.
 * `npm run bench:photo -- --advice`: how often the advice is right on drawn photos that it was not made for, and how
 * often it is a false alarm; no build, no browser. Writes bench/results/photo-advice.json.
 */
if (given.includes('--advice')) {
  await runCommand([...script('bench/photo/advice.ts'), ...given], { minutes: 10 });
} else {
  await runCommand(playwright('--config=bench/photo/playwright.config.ts', ...given), {
    minutes: 10,
    needs: ['build', 'browser'],
  });
}

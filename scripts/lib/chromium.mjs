import process from 'node:process';
import { isProgram, which } from './which.mjs';

/** For a browser that shows our own pages on a machine that may have no display, no sandbox and no network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium that is there: CHROMIUM_PATH, then the system's, then Playwright's own install.
 * @throws Error when CHROMIUM_PATH names something that cannot be run: a wish is not silently replaced
 */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!isProgram(wanted))
      throw new Error(`CHROMIUM_PATH is ${wanted}, which is not a program that can be run`);
    return wanted;
  }
  const system = which('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (system) return system;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && isProgram(own) ? own : undefined;
}

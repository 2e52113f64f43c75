import process from 'node:process';
import { aptInstall } from './lib/apt.mjs';
import { findChromium } from './lib/chromium.mjs';
import { run, say } from './lib/run.mjs';
import { which } from './lib/which.mjs';

/**
 * A Chromium for the browser tests and the bench: one that is there, else Playwright's download, else the system's
 * package.
 * @returns {Promise<string>} its path
 * @throws Error that says what to do
 */
export async function ensureBrowser() {
  const found = await findChromium();
  if (found) return found;
  say('No Chromium here: asking Playwright for its own …');
  const playwright = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  await run(process.execPath, playwright, { quiet: true, minutes: 5 });
  // A download that stops half-way or lacks the system's libraries is no browser: look whether it runs.
  const own = await findChromium();
  if (own && (await run(own, ['--version'], { quiet: true, minutes: 1 })).code === 0) return own;
  if (await aptInstall('chromium')) {
    const system = which('chromium', 'chromium-browser');
    if (system) return system;
  }
  throw new Error(
    'No Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to the one you have.',
  );
}

/**
 * A font with Chinese, without which sizes and pictures are those of empty boxes. Its absence is said, not fatal.
 * @returns {Promise<boolean>} whether there is one
 */
export async function ensureChineseFont() {
  const hasFont = async () => {
    const { code, output } = await run('fc-list', [':lang=zh-cn', 'family'], { quiet: true });
    return code === 0 && output.trim() !== '';
  };
  if (process.platform !== 'linux' || (await hasFont())) return true;
  if ((await aptInstall('fonts-noto-cjk')) && (await hasFont())) return true;
  say(
    'No font with Chinese was found: layout is measured with a substitute (Debian: fonts-noto-cjk).',
  );
  return false;
}

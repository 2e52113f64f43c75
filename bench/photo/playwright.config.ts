import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** One photo after the other, by itself: the figures are times. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/photo',
  workers: 1,
  timeout: 4 * 60_000,
  globalTimeout: 8 * 60_000,
  use: { ...base.use, trace: 'off' },
  projects: [{ name: 'photo' }],
});

import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** One person after the other, so that nobody's bytes and pages are counted as another's. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/journeys',
  workers: 1,
  globalTimeout: 30 * 60_000,
  use: { ...base.use, trace: 'off' },
  projects: [{ name: 'journeys' }],
});

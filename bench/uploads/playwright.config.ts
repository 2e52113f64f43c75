import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** Twenty photos on a line of 100 kbit/s take as long as they take. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/uploads',
  workers: 1,
  timeout: 30 * 60_000,
  globalTimeout: 40 * 60_000,
  use: { ...base.use, trace: 'off' },
  projects: [{ name: 'uploads' }],
});

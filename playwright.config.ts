import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/lib/chromium.mjs';

/**
 * What only a real browser can prove. The server is a fixture (test/browser/support/test.ts): each worker has its own,
 * with data of its own. A small phone is the ground: who works on 360 × 640 works on more.
 */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // A test that passes at the second try hides a fault that a customer meets at the first.
  retries: 0,
  workers: 2,
  timeout: 45_000,
  // Ends with a report before `npm test` is stopped without one. All suites together take less than 20 minutes on two
  // cores; a machine that is busy with something else may take longer and be right nevertheless.
  globalTimeout: (process.env.SL_CONFORMANCE === 'whole' ? 38 : 30) * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS },
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording each test costs more than it tells; `npx playwright test --trace retain-on-failure` records them.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'phone', testIgnore: 'conformance/**' },
    // Every page in every state at several displays, after the rest: hundreds of measurements.
    {
      name: 'conformance',
      testMatch: 'conformance/walk.spec.ts',
      fullyParallel: true,
    },
    {
      name: 'conformance-report',
      testMatch: 'conformance/report.spec.ts',
      dependencies: ['conformance'],
    },
  ],
});

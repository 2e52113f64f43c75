import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * Four suites; the file name says where a test runs. `npx vitest run --project domain` runs one.
 * What would need a faked browser is in test/browser instead and runs in a real one (playwright.config.ts).
 */
export default defineConfig({
  plugins: [react()],
  test: {
    // Processes, not threads: libsql and sharp are native modules, and two workers are what two cores carry.
    pool: 'forks',
    maxWorkers: 2,
    // A forgotten `.only` would make a green run out of one test.
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          include: ['src/domain/**/*.test.ts', 'test/{journeys,tools}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['src/{ui,features,platform,app}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup-ui.ts'],
          restoreMocks: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/server/**/*.test.ts', 'server/**/*.test.ts'],
          globalSetup: ['test/server/support/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'repo',
          environment: 'node',
          include: ['test/repo/**/*.test.ts'],
        },
      },
    ],
  },
});

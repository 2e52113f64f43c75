import { given, runCommand, serverTest } from './lib/command.mjs';

/**
 * `npm run test:chaos [-- ROUNDS]`: the server killed right after an acknowledged submit, a hundred times unless said
 * otherwise, on both databases. `npm test` has the same in a few rounds.
 */
await runCommand(serverTest('test/server/crash.test.ts'), {
  minutes: 120,
  needs: ['postgresql'],
  env: { CRASH_ROUNDS: given[0] ?? '100' },
});

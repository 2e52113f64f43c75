import { given, playwright, runCommand } from './lib/command.mjs';

/**
 * `npm run conformance`: walks every page in every state at every display, writes docs/conformance.md and fails where a
 * requirement is not met. `npm run conformance -- --few` is content with the displays of `npm test`.
 */
await runCommand(playwright('--project=conformance-report'), {
  minutes: 40,
  needs: ['build', 'browser', 'chinese font'],
  env: { SL_CONFORMANCE: given.includes('--few') ? 'few' : 'whole', WRITE_CONFORMANCE: '1' },
});

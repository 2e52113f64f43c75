import { given, runCommand, script } from './lib/command.mjs';

/** `npm run bench:senior`: the policy of the two modes on simulated people. Installs what is missing; no build, no browser. */
await runCommand([...script('bench/senior/run.ts'), ...given], { minutes: 10 });

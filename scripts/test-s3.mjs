import { runCommand, serverTest } from './lib/command.mjs';

/**
 * `npm run test:s3`: the storage of photos against a real S3 server, OpenStack Swift, which is installed with the
 * system's package manager where that may be.
 */
await runCommand(serverTest('test/server/s3.test.ts'), { minutes: 10, needs: ['s3'] });

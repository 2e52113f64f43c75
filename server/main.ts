import { serve } from '@hono/node-server';
import { Server } from 'node:http';
import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createLog } from './log.ts';
import { closeParts, makeParts } from './make-parts.ts';
import { startQueue } from './services/handoff/run-queue.ts';
import { startJobs } from './services/job-loop.ts';
import { addDemoStaff, hasUsableDemoStaff } from './services/staff/demo-staff.ts';
import { NewerDatabaseError } from './store/migrate.ts';
import { DatabaseAwayError } from './store/wait-for-database.ts';

/** Requests in flight get this long to end at a shutdown, ms. */
const GRACE_MS = 10_000;

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Stops accepting, lets requests in flight end, cuts what is left after the grace. */
async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  // A connection that ends its request stays open for the next one; an idle one is closed as soon as it is.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(cut);
  clearInterval(idle);
}

async function main(): Promise<void> {
  const config = readConfigOrExit();
  const log = createLog();
  const parts = await makeParts(config, log);
  if (config.appMode !== 'production') await addDemoStaff(parts);
  else if (await hasUsableDemoStaff(parts)) {
    await closeParts(parts);
    throw new Error(
      'This database has demo staff that can sign in: disable them before APP_MODE=production',
    );
  }
  const stopJobs = startJobs(parts);
  const stopQueue = startQueue(parts);
  const app = createApp(parts);

  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (info) => {
    const name = config.host === '127.0.0.1' || config.host === '::1' ? 'localhost' : config.host;
    process.stdout.write(`ready http://${name}:${info.port}\n`);
  });
  if (!(server instanceof Server)) throw new Error('the server speaks plain HTTP/1.1');
  // Longer than a proxy keeps an idle connection, so that it never writes into one that is closing.
  server.keepAliveTimeout = 65_000;
  server.on('error', (error) => {
    process.stderr.write(
      `The server cannot listen on ${config.host}:${config.port}: ${error.message}\n`,
    );
    process.exit(1);
  });

  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping', { signal });
    // Long polls end now, with what they have.
    parts.hints.close();
    await Promise.all([stopServer(server), stopJobs(), stopQueue()]);
    await closeParts(parts);
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error('stop-failed', error);
        process.exit(1);
      });
    });
  }
}

main().catch((error: unknown) => {
  const isPlain = error instanceof NewerDatabaseError || error instanceof DatabaseAwayError;
  process.stderr.write(
    `${isPlain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});

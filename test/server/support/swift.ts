import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import type { S3Options } from '#server/adapters/objects/s3.ts';
import { freePort } from '../../support/server-process.ts';
import { hasPrograms, runProgram, startProgram, stopPrograms, waitFor } from './programs.ts';

/** What Debian's `swift-proxy swift-account swift-container swift-object memcached` bring. */
export const SWIFT_PROGRAMS = [
  'swift-ring-builder',
  'swift-proxy-server',
  'swift-account-server',
  'swift-container-server',
  'swift-object-server',
  'memcached',
] as const;

export const hasSwift = (): boolean => hasPrograms(...SWIFT_PROGRAMS);

const SERVERS = ['account', 'container', 'object'] as const;

/** Sections of a paste file. */
const ini = (sections: Record<string, Record<string, string | number>>): string =>
  Object.entries(sections)
    .map(([name, entries]) =>
      [`[${name}]`, ...Object.entries(entries).map(([key, value]) => `${key} = ${value}`)].join(
        '\n',
      ),
    )
    .join('\n\n');

const FILTERS = [
  'catch_errors',
  'gatekeeper',
  'listing_formats',
  'cache',
  's3api',
  'tempauth',
  'slo',
];

export interface RealS3 extends S3Options {
  /** Halts and continues what keeps the objects, as a disk that hangs. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** OpenStack Swift with its S3 door: a whole object store of one disk, in a folder, with an empty bucket. */
export async function startSwift(): Promise<RealS3> {
  const folder = await mkdtemp(join(tmpdir(), 'swift-'));
  const disks = join(folder, 'disks');
  await mkdir(join(disks, 'd1'), { recursive: true });
  const common = {
    bind_ip: '127.0.0.1',
    swift_dir: folder,
    workers: 0,
    user: userInfo().username,
  };
  await writeFile(
    join(folder, 'swift.conf'),
    ini({
      'swift-hash': { swift_hash_path_suffix: 'test', swift_hash_path_prefix: 'test' },
      'storage-policy:0': { name: 'one', default: 'yes' },
    }),
  );
  for (const server of SERVERS) {
    const port = await freePort();
    const builder = `${server}.builder`;
    await runProgram('swift-ring-builder', [builder, 'create', '4', '1', '1'], folder);
    const place = `r1z1-127.0.0.1:${port}/d1`;
    await runProgram('swift-ring-builder', [builder, 'add', place, '1'], folder);
    await runProgram('swift-ring-builder', [builder, 'rebalance'], folder);
    await writeFile(
      join(folder, `${server}.conf`),
      ini({
        DEFAULT: { ...common, bind_port: port, devices: disks, mount_check: 'false' },
        'pipeline:main': { pipeline: `${server}-server` },
        [`app:${server}-server`]: { use: `egg:swift#${server}` },
      }),
    );
  }
  const [port, cachePort] = [await freePort(), await freePort()];
  const egg = (name: string) => ({ use: `egg:swift#${name === 'cache' ? 'memcache' : name}` });
  await writeFile(
    join(folder, 'proxy.conf'),
    ini({
      DEFAULT: { ...common, bind_port: port },
      'pipeline:main': { pipeline: `${FILTERS.join(' ')} proxy-server` },
      'app:proxy-server': { use: 'egg:swift#proxy', account_autocreate: 'true' },
      ...Object.fromEntries(FILTERS.map((name) => [`filter:${name}`, egg(name)])),
      'filter:cache': { ...egg('cache'), memcache_servers: `127.0.0.1:${cachePort}` },
      'filter:s3api': { ...egg('s3api'), location: 'us-east-1' },
      'filter:tempauth': { ...egg('tempauth'), user_test_tester: 'testing .admin' },
    }),
  );
  const memcached = ['-l', '127.0.0.1', '-p', String(cachePort), '-m', '16'];
  const cache = startProgram('memcached', [...memcached, '-u', userInfo().username], folder);
  const [proxy, ...servers] = ['proxy', ...SERVERS].map((server) =>
    startProgram(`swift-${server}-server`, [`${server}.conf`], folder),
  );
  const children = [cache, ...(proxy ? [proxy] : []), ...servers];
  const options = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'photos',
    accessKeyId: 'test:tester',
    secretAccessKey: 'testing',
  };
  const client = new AwsClient({ ...options, region: 'us-east-1', service: 's3', retries: 0 });
  await waitFor('Swift', async () => {
    const made = await client.fetch(`${options.endpoint}/${options.bucket}`, {
      method: 'PUT',
      signal: AbortSignal.timeout(5000),
    });
    return made.ok;
  });
  return {
    ...options,
    pause: () => servers.forEach((server) => server.kill('SIGSTOP')),
    resume: () => servers.forEach((server) => server.kill('SIGCONT')),
    async stop() {
      await stopPrograms(children);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

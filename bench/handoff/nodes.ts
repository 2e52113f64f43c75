import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres, type PostgresProcess } from '../../test/support/postgres-process.ts';
import { startServer, type ServerProcess } from '../../test/support/server-process.ts';

export type Node = ServerProcess;

export interface Cluster {
  database: PostgresProcess;
  nodes: Node[];
  /** A node by chance, dead or alive: who asks does not know, and finds out. */
  pick: () => Node;
  /** Kills a node as a power cut does, and starts it again. */
  killNode: (at: number) => Promise<void>;
  query: <T extends object>(sql: string, values?: unknown[]) => Promise<T[]>;
  dispose: () => Promise<void>;
}

/** Some nodes of the built server on one PostgreSQL of their own, fsync on. */
export async function startCluster(count: number, random: () => number): Promise<Cluster> {
  const database = await startPostgres();
  // What all nodes of an insurer share: the secret, the photos.
  const dataDir = mkdtempSync(join(tmpdir(), 'sl-bench-'));
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    APP_SECRET: 'a secret of this bench alone, 32 characters',
  };
  const nodes: Node[] = [];
  for (let i = 0; i < count; i += 1) nodes.push(await startServer(env));
  return {
    database,
    nodes,
    pick: () => nodes[Math.floor(random() * nodes.length)] as Node,
    killNode: async (at) => {
      const node = nodes[at] as Node;
      await node.kill();
      // As whoever looks after processes does: one that ended because its database was not there yet is started again.
      for (let tries = 1; ; tries += 1) {
        try {
          return await node.start();
        } catch (error) {
          if (tries >= 30) throw error;
          await setTimeout(500);
        }
      }
    },
    query: async <T extends object>(sql: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return (await client.query<T>(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
    dispose: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      await database.dispose();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

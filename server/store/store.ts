import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

export type Engine = 'sqlite' | 'postgres';
export type Db = Kysely<Database>;
/** A transaction. Inside one, every query goes through it: the embedded engine has a single connection, so one through `store.db` would wait for ever. */
export type Tx = Transaction<Database>;

export interface Store {
  readonly engine: Engine;
  /** For single reads outside a transaction. */
  readonly db: Db;
  /**
   * Runs work in one transaction and commits it durably; runs it again when the engine asks for that
   * (serialisation failure, deadlock), so the work must have no effect outside `tx`.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Takes a lease on due jobs, so that no two processes run one. */
  leaseJobs(lease: JobLease): Promise<LeasedJob[]>;
  /** @throws when the store does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface JobLease {
  now: number;
  until: number;
  limit: number;
  /** Jobs of these kinds alone. */
  only?: readonly string[];
  /** Jobs of all kinds but these. */
  except?: readonly string[];
}

export interface LeasedJob {
  id: string;
  kind: string;
  subject: string;
  attempts: number;
}

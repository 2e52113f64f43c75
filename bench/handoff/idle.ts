import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Node } from './nodes.ts';
import type { Talk } from './people.ts';

export type ToIdle =
  | { do: 'open'; port: number; streams: { path: string; cookie: string }[]; count: number }
  | { do: 'watch' | 'follow' | 'report' | 'end' };

export type FromIdle =
  | { is: 'ready' }
  | { is: 'open'; open: number }
  | { is: 'back'; serverErrors: number }
  | { is: 'report'; open: number; lost: number; beats: number; lagP99: number };

export type IdleReport = Extract<FromIdle, { is: 'report' }>;

/** Streams on which nothing happens, held by a process of their own. */
export interface Idle {
  /** How many were open when all had been opened. */
  opened: number;
  /** Counts from now on. */
  watch(): void;
  report(): Promise<IdleReport>;
  /** From now on streams that end are come back to, when the server said. @returns once all are open again */
  follow(): Promise<{ serverErrors: number }>;
  end(): Promise<void>;
}

/** Many streams on one node, on conversations that nobody speaks in. */
export async function openIdle(node: Node, talks: readonly Talk[], count: number): Promise<Idle> {
  const child = fork(fileURLToPath(new URL('./idle-main.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const tell = (message: ToIdle) => child.send(message);
  const hear = async <Is extends FromIdle['is']>(is: Is) => {
    for (;;) {
      const [said] = (await once(child, 'message')) as [FromIdle];
      if (said.is === is) return said as Extract<FromIdle, { is: Is }>;
    }
  };
  await hear('ready');
  const streams = talks.map(({ id, cookies }) => ({
    path: `/api/conversations/${id}/stream?after=1000`,
    cookie: cookies.customer,
  }));
  const isOpen = hear('open');
  tell({ do: 'open', port: Number(new URL(node.url).port), streams, count });
  const { open } = await isOpen;
  return {
    opened: open,
    watch: () => void tell({ do: 'watch' }),
    report: () => {
      const said = hear('report');
      tell({ do: 'report' });
      return said;
    },
    follow: () => {
      const said = hear('back');
      tell({ do: 'follow' });
      return said;
    },
    end: async () => {
      const ended = once(child, 'exit');
      tell({ do: 'end' });
      await ended;
    },
  };
}

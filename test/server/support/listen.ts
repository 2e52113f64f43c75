import type { App } from '#server/http/context.ts';
import type { Visitor } from './customer.ts';

/** One message of a stream of server-sent events. */
export interface Said {
  event: string;
  id?: string;
  data: unknown;
}

/** Follows a stream of the app itself, as a browser would. */
export class Listener {
  readonly said: Said[] = [];
  readonly response: Response;
  readonly #stop: AbortController;
  readonly #done: Promise<void>;
  isEnded = false;

  constructor(response: Response, stop: AbortController) {
    this.response = response;
    this.#stop = stop;
    this.#done = this.#read();
  }

  async #read(): Promise<void> {
    const reader = this.response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    this.#stop.signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined));
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (!part || part.done) break;
      text += decoder.decode(part.value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
    this.isEnded = true;
  }

  #take(block: string): void {
    const said: Said = { event: 'message', data: undefined };
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) said.event = line.slice(7);
      if (line.startsWith('id: ')) said.id = line.slice(4);
      if (line.startsWith('data: ')) said.data = JSON.parse(line.slice(6));
    }
    if (said.data !== undefined) this.said.push(said);
  }

  /** What was said under this name. */
  of<T = unknown>(event: string): T[] {
    return this.said.filter((one) => one.event === event).map((one) => one.data as T);
  }

  /** Waits until something is so. @throws Error after a while */
  async until(isSo: (listener: Listener) => boolean, what = 'what was waited for'): Promise<void> {
    const end = performance.now() + 5000;
    while (!isSo(this)) {
      if (performance.now() > end)
        throw new Error(`${what} was not said: ${JSON.stringify(this.said.slice(-5))}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async leave(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }
}

/** Opens a stream as this visitor. */
export async function listen(
  app: App,
  visitor: Visitor,
  path: string,
  headers: Record<string, string> = {},
): Promise<Listener> {
  const stop = new AbortController();
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.request(path, {
    headers: { cookie, accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  return new Listener(response, stop);
}

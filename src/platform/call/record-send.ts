/** Why no more pieces are taken. `refused`: no yes stands. `failed`: nothing got through for too long. */
export type SendEnd = 'refused' | 'failed';

export interface SendEvents {
  /** Pieces wait for the network, or no longer. */
  onFailing: (isFailing: boolean) => void;
  onEnd: (why: SendEnd) => void;
}

export interface Pieces {
  add: (piece: Blob) => void;
  /** What waits is let go: the customer said stop. */
  drop: () => void;
}

const PAUSE_MS = 2000;
/** So long one piece is tried. */
const PATIENCE_MS = 60_000;

/** Sends the pieces of a recording in their order, each until it is kept. The same piece again is the same. */
export function createPieces(
  conversationId: string,
  callId: string,
  { onFailing, onEnd }: SendEvents,
): Pieces {
  const base = `/api/conversations/${encodeURIComponent(conversationId)}/recordings/${callId}/pieces`;
  let count = 0;
  let isOver = false;
  let isFailing = false;
  let turn = Promise.resolve();

  const end = (why: SendEnd) => {
    if (isOver) return;
    isOver = true;
    onEnd(why);
  };
  const failing = (next: boolean) => {
    if (next === isFailing || isOver) return;
    isFailing = next;
    onFailing(next);
  };
  const put = async (number: number, piece: Blob) => {
    const until = Date.now() + PATIENCE_MS;
    while (!isOver) {
      const status = await fetch(`${base}/${number}?as=staff`, {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: piece,
      }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) return failing(false);
      if (status >= 400 && status < 500) return end(status === 409 ? 'refused' : 'failed');
      if (Date.now() > until) return end('failed');
      failing(true);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  return {
    add: (piece) => {
      const number = count;
      count += 1;
      turn = turn.then(() => put(number, piece));
    },
    drop: () => {
      isOver = true;
    },
  };
}

/** While somebody records or plays what they said, nothing else may speak: it would be on the recording. */
let held = 0;
const listeners = new Set<() => void>();

/** Whether nothing may be said aloud now. */
export const isHushed = (): boolean => held > 0;

/** Silences reading aloud until the returned function is called. */
export function hush(): () => void {
  held += 1;
  for (const hear of listeners) hear();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    held -= 1;
  };
}

/** Hears that from now on nothing may be said. */
export function onHush(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

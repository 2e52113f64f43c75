/** The address of a claim's page after the last question: reading one's answers again is no sign of anything. */
const CHECK = 'check';
const STEP = /^\/claims\/new\/([^/]+)\/([^/]+)$/;

/** The question that a path asks, as `flow/step`; nothing for a page that asks none. */
export function stepOf(path: string): string | undefined {
  const [, flow, step] = STEP.exec(path) ?? [];
  return flow && step && step !== CHECK ? `${flow}/${step}` : undefined;
}

/** Whether one page of a claim was just left for another of the same claim: the only moment at which help is offered. */
export function movesOn(from: string, to: string): boolean {
  const [left, now] = [STEP.exec(from), STEP.exec(to)];
  return left !== null && now !== null && left[1] === now[1] && left[2] !== now[2];
}

/** Whether a claim has been sent: what was typed is typed no more. */
export function isOver(path: string): boolean {
  return /^\/claims\/[^/]+\/sent$/.test(path);
}

import type { Flow } from '../flow/types.ts';
import { hospital } from './hospital.ts';
import { outpatient } from './outpatient.ts';

/** Every kind of claim, in the order in which it is offered. Adding a kind: its file, this line, its words. */
export const flows: readonly Flow[] = [hospital, outpatient];

/** The flow of this id, or nothing. */
export function findFlow(id: string, among: readonly Flow[] = flows): Flow | undefined {
  return among.find((flow) => flow.id === id);
}

import type { Flow } from '../flow/types.ts';
import { accident } from './accident.ts';
import { car } from './car.ts';
import { death } from './death.ts';
import { home } from './home.ts';
import { hospital } from './hospital.ts';
import { illness } from './illness.ts';
import { other } from './other.ts';
import { outpatient } from './outpatient.ts';

/** Every kind of claim, in the order in which it is offered. Adding a kind: its file, this line, its words. */
export const flows: readonly Flow[] = [
  hospital,
  outpatient,
  accident,
  illness,
  death,
  car,
  home,
  other,
];

/** The flow of this id, or nothing. */
export function findFlow(id: string, among: readonly Flow[] = flows): Flow | undefined {
  return among.find((flow) => flow.id === id);
}

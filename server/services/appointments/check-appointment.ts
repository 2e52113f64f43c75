import type { NewAppointment } from '#domain/api/appointment.ts';
import type { Branch } from '#domain/api/branch.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { InsurerUnavailableError } from '../../adapters/insurer/insurer.ts';
import { ProblemError, type FieldFault } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { appointmentDays } from './appointment-days.ts';

/** Longest address taken; the longest real ones stay below a hundred characters. */
export const ADDRESS_MAX = 200;

/** The branches, or none where the insurer cannot be asked now: an appointment is not lost for that. */
export async function knownBranches(parts: Parts): Promise<readonly Branch[]> {
  try {
    return await parts.insurer.listBranches();
  } catch (error) {
    if (!(error instanceof InsurerUnavailableError)) throw error;
    parts.log.error('insurer-not-asked', error);
    return [];
  }
}

function paperFaults(parts: Parts, flowId: string, papers: readonly string[]): FieldFault[] {
  const flow = findFlow(flowId, parts.flows);
  const isPaper = (field: string) =>
    flow && Object.hasOwn(flow.fields, field) && flow.fields[field]?.kind === 'photos';
  return papers.every(isPaper) ? [] : [{ field: 'papers', code: 'field-unknown' }];
}

function placeFaults(asked: NewAppointment, branches: readonly Branch[]): FieldFault[] {
  const { kind, day, part, branchId, address } = asked;
  const faults: FieldFault[] = [];
  const canMeet = kind === 'branch' || kind === 'visit';
  if (!canMeet && (day !== undefined || part !== undefined)) {
    faults.push({ field: 'day', code: 'day-not-offered' });
  }
  if ((day === undefined) !== (part === undefined)) {
    faults.push({ field: day === undefined ? 'day' : 'part', code: 'required' });
  }
  if (kind === 'visit' && (day === undefined) !== (address === undefined)) {
    // A day and no place, or the reverse: then it must be "call me about it", without either.
    faults.push({ field: day === undefined ? 'day' : 'address', code: 'required' });
  }
  if (kind !== 'visit' && address !== undefined) {
    faults.push({ field: 'address', code: 'field-unknown' });
  }
  if (kind === 'branch' && branchId === undefined) {
    faults.push({ field: 'branchId', code: 'required' });
  }
  if (branchId !== undefined && !branches.some(({ id }) => id === branchId)) {
    faults.push({ field: 'branchId', code: 'branch-unknown' });
  }
  return faults;
}

/**
 * Whether this can be arranged: papers of this kind of claim, a day that is offered, a place that goes with it.
 * @throws ProblemError 422 `invalid` with what is wrong
 */
export function checkAppointment(
  parts: Parts,
  flowId: string,
  asked: NewAppointment,
  branches: readonly Branch[],
): void {
  const faults = [...paperFaults(parts, flowId, asked.papers), ...placeFaults(asked, branches)];
  if (asked.day !== undefined && !appointmentDays(parts).includes(asked.day)) {
    faults.push({ field: 'day', code: 'day-not-offered' });
  }
  if (faults.length > 0) throw new ProblemError('invalid', 422, { errors: faults });
}

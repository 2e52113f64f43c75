import type { StaffRole } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { insertStaff, listStaffNames } from '../../store/staff.ts';
import { hashPassword, standardCost } from '../passwords.ts';

/** The one password of all demo accounts, in the README. They are never made in production. */
export const DEMO_STAFF_PASSWORD = 'silverlane-demo';

const names: Readonly<Record<StaffRole, readonly string[]>> = {
  agent: ['林晓燕', '周明', '何雨'],
  counter: ['陈静', '王海', '赵敏'],
  supervisor: ['刘芳', '孙磊', '吴越'],
};

/** What they know beside Chinese, so that the queue has something to choose by. */
const skills: Readonly<Record<string, readonly string[]>> = {
  agent1: ['flow:death'],
  agent2: ['lng:en'],
  agent3: ['dialect:yue'],
  supervisor1: ['lng:en', 'flow:death'],
};

/** `agent1` to `agent3`, `counter1` to `counter3`, `supervisor1` to `supervisor3`. */
export const demoStaff = (['agent', 'counter', 'supervisor'] as const).flatMap((role) =>
  names[role].map((displayName, i) => {
    const username = `${role}${i + 1}`;
    return { username, displayName, role, skills: skills[username] };
  }),
);

const demoNames = demoStaff.map((member) => member.username);

/**
 * Makes the demo accounts that are missing. Does nothing in production.
 * @returns how many were made
 */
export async function addDemoStaff(parts: Parts, cost = standardCost): Promise<number> {
  if (parts.config.appMode === 'production') return 0;
  const known = new Set(await listStaffNames(parts.store.db, demoNames));
  const missing = demoStaff.filter((member) => !known.has(member.username));
  if (missing.length === 0) return 0;
  // One hash for all: their password is public, and nine hashes would hold up the first start for two seconds.
  const passwordHash = await hashPassword(DEMO_STAFF_PASSWORD, cost);
  await parts.store.write(async (tx) => {
    for (const member of missing) {
      await insertStaff(tx, {
        id: parts.ids.id(),
        username: member.username,
        display_name: member.displayName,
        role: member.role,
        password_hash: passwordHash,
        disabled_at: null,
        skills: member.skills ? JSON.stringify(member.skills) : null,
        created_at: parts.clock.now(),
      });
    }
  });
  return missing.length;
}

/** Whether demo accounts that somebody could use are in this store: production must not start on them. */
export async function hasUsableDemoStaff(parts: Pick<Parts, 'store'>): Promise<boolean> {
  return (await listStaffNames(parts.store.db, demoNames)).length > 0;
}

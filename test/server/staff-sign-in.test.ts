import { beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#domain/api/staff.ts';
import { FAILURE_WINDOW_MS, MAX_FAILURES } from '#server/services/staff/attempts.ts';
import { addDemoStaff, demoStaff } from '#server/services/staff/demo-staff.ts';
import { STAFF_IDLE_MS, STAFF_SESSION_MS } from '#server/services/staff/staff-sign-in.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { cheap, signIn, staffOf, visitFrom } from './support/staff.ts';

describeOnBoth('the staff’s door', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  it('has three demo accounts of each role, made once', async () => {
    expect(demoStaff.map((member) => member.username)).toHaveLength(9);
    expect(await addDemoStaff(server().parts)).toBe(0);
    for (const role of ['agent', 'counter', 'supervisor'] as const) {
      const visitor = visit(server());
      const { status, body, headers } = await signIn(visitor, ` ${role.toUpperCase()}2 `);
      expect([status, body.role, body.username]).toEqual([200, role, `${role}2`]);
      expect(headers.get('set-cookie')).toMatch(
        /sl_staff=[\w-]{40,}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict/,
      );
      expect((await visitor.get<StaffMember>('/api/staff/me')).body.role).toBe(role);
    }
  });

  it('never makes them in production', async () => {
    const { parts } = server();
    const config = { ...parts.config, appMode: 'production' as const };
    expect(await addDemoStaff({ ...parts, config })).toBe(0);
  });

  it('does not tell a wrong name from a wrong password', async () => {
    const wrong = await signIn(visitFrom(server(), '10.0.0.1'), 'agent1', 'wrong');
    const nobody = await signIn(visitFrom(server(), '10.0.0.1'), 'nobody', 'wrong');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'staff-sign-in-wrong']);
    expect([nobody.status, nobody.body.code]).toEqual([401, 'staff-sign-in-wrong']);
    for (const odd of ["x'; drop table staff;--", 'a\u0000b', '银龄', 'x'.repeat(100)]) {
      expect((await signIn(visitFrom(server(), '10.0.0.2'), odd, 'x')).status).toBe(401);
    }
    expect(
      (await visit(server()).post('/api/staff/sessions', { username: ['a'], password: 1 })).status,
    ).toBe(422);
  });

  it('is held after too many wrong passwords, for that device alone: no colleague is locked out', async () => {
    const mine = visitFrom(server(), '10.1.0.1');
    expect((await signIn(mine, 'counter1')).status).toBe(200);
    await mine.delete('/api/staff/sessions');
    const spiteful = visitFrom(server(), '10.1.0.1');
    for (let i = 0; i < MAX_FAILURES; i += 1) {
      expect((await signIn(spiteful, 'counter1', `guess${i}`)).status).toBe(401);
    }
    const held = await signIn(spiteful, 'counter1');
    expect([held.status, held.body.code]).toEqual([429, 'staff-sign-in-wait']);
    expect(Number(held.headers.get('retry-after'))).toBeLessThanOrEqual(FAILURE_WINDOW_MS / 1000);
    // The same address, but a device on which this name has signed in before; and another address.
    expect((await signIn(mine, 'counter1')).status).toBe(200);
    expect((await signIn(visitFrom(server(), '10.1.0.2'), 'counter1')).status).toBe(200);
    // Another name on the held device is not held; another name's device cookie counts for nothing.
    expect((await signIn(spiteful, 'counter3')).status).toBe(200);
    expect((await signIn(spiteful, 'counter1')).status).toBe(429);
    server().parts.clock.advance(FAILURE_WINDOW_MS + 1000);
    expect((await signIn(spiteful, 'counter1')).status).toBe(200);
  });

  it('takes no more guesses when they come all at once', async () => {
    const many = Array.from({ length: 12 }, () =>
      signIn(visitFrom(server(), '10.2.0.1'), 'agent3', 'guess'),
    );
    const outcomes = (await Promise.all(many)).map((reply) => reply.status);
    expect(outcomes.filter((status) => status === 401).length).toBeLessThanOrEqual(
      MAX_FAILURES + 3,
    );
    expect(outcomes).toContain(429);
  });

  it('closes at the end of a shift, after an idle hour, and when somebody leaves', async () => {
    const { clock } = server().parts;
    const left = await staffOf(server(), 'agent');
    const cookies = new Map(left.cookies);
    expect((await left.delete('/api/staff/sessions')).status).toBe(204);
    for (const [name, value] of cookies) left.cookies.set(name, value);
    expect((await left.get('/api/staff/me')).status).toBe(401);
    const idle = await staffOf(server(), 'agent');
    clock.advance(STAFF_IDLE_MS - 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(200);
    clock.advance(STAFF_IDLE_MS - 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(200);
    clock.advance(STAFF_IDLE_MS + 1000);
    expect((await idle.get('/api/staff/me')).status).toBe(401);
    const busy = await staffOf(server(), 'agent');
    for (let t = 0; t < STAFF_SESSION_MS; t += STAFF_IDLE_MS / 2) {
      await busy.get('/api/staff/me');
      clock.advance(STAFF_IDLE_MS / 2);
    }
    expect((await busy.get('/api/staff/me')).status).toBe(401);
  });
});

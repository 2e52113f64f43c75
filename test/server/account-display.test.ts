import { expect, it } from 'vitest';
import type { Customer } from '#domain/api/customer.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';

const PHONE = '13800000001';
const choice = { mode: 'senior', text: 3, contrast: 'high' } as const;

describeOnBoth('how somebody chose their pages to look', (server) => {
  it('goes with the account to their next phone, and to nobody else', async () => {
    const first = visit(server());
    await first.signIn(PHONE);
    const before = await first.get<{ customer: Customer }>('/api/me');
    expect(before.body.customer).not.toHaveProperty('display');
    const kept = await first.call<{ customer: Customer }>('PUT', '/api/me/display', choice);
    expect(kept.status).toBe(200);
    expect(kept.body.customer.display).toEqual(choice);

    server().parts.clock.advance(24 * 3_600_000);
    const second = visit(server());
    const signedIn = await second.signIn(PHONE);
    expect(signedIn.body.customer).toMatchObject({ display: choice });
    const changed = { ...choice, mode: 'standard' };
    await second.call('PUT', '/api/me/display', changed);
    const now = await first.get<{ customer: Customer }>('/api/me');
    expect(now.body.customer.display).toEqual(changed);

    const other = visit(server());
    expect((await other.signIn('13800000002')).body.customer).not.toHaveProperty('display');
  });

  it('is kept for who is signed in, and only as one of the choices that there are', async () => {
    const nobody = visit(server());
    expect((await nobody.call('PUT', '/api/me/display', choice)).status).toBe(401);
    server().parts.clock.advance(24 * 3_600_000);
    const visitor = visit(server());
    await visitor.signIn('13800000003');
    for (const body of [
      {},
      { ...choice, text: 6 },
      { ...choice, text: '3' },
      { ...choice, mode: 'old' },
      { ...choice, age: 70 },
    ]) {
      expect((await visitor.call('PUT', '/api/me/display', body)).status).toBe(422);
    }
    expect((await visitor.get<{ customer: Customer }>('/api/me')).body.customer).not.toHaveProperty(
      'display',
    );
  });
});

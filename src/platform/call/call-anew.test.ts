import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeCallWorld, pass, ringing, talking } from '../../../test/support/fake-call.ts';
import { callTimes } from './call-view.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('A page that is opened anew in the middle of a call', () => {
  it('says that the call broke, tells the other side, and can call again', async () => {
    const { world, caller, called } = await talking();
    const { mark } = caller.parts;
    const anew = world.page('customer', { mark });
    await pass();
    expect(anew.view()).toMatchObject({ phase: 'ended', ending: 'lost' });
    expect(called.view().ending).toBe('lost');
    anew.call.call();
    await pass();
    expect(called.view().phase).toBe('incoming');
  });

  it('tells the other side while it goes, where the browser lets it', async () => {
    const { caller } = await talking();
    dispatchEvent(new Event('pagehide'));
    expect(caller.going).toMatchObject([{ kind: 'call-ended', reason: 'lost' }]);
  });

  it('rings where it was ringing, and not for a call of long ago', async () => {
    const { world } = await ringing('staff');
    expect(world.page('customer').view().phase).toBe('incoming');
    await pass(callTimes.ringMs);
    world.events = world.events.filter(({ kind }) => kind !== 'call-ended');
    expect(world.page('customer').view().phase).toBe('idle');
  });

  it('leaves a call alone that another page of the same person is in', async () => {
    const { world, caller } = await talking();
    const other = world.page('customer');
    await pass();
    expect([other.view().phase, caller.view().phase]).toEqual(['idle', 'talking']);
  });

  it('of the other side, calling again, rings again', async () => {
    const { world, called } = await talking();
    world.write('call-offer', 'customer', { callId: 'c2', sdp: 'offer' });
    expect(called.view().phase).toBe('incoming');
    expect(called.tracks[0]?.isStopped).toBe(true);
  });

  it('that is left hangs up; one that only rings goes on ringing elsewhere', async () => {
    const { world, caller, called } = await talking();
    caller.call.dispose();
    await pass();
    expect(called.view().ending).toBe('hung-up');
    const next = await ringing('staff');
    next.called.call.dispose();
    await pass();
    expect(next.caller.view().phase).toBe('calling');
    expect(world.kinds().slice(-1)).toEqual(['call-ended hung-up']);
  });
});

describe('A recording', () => {
  const config = async () => ({ iceServers: [], ttlSeconds: 60, isRecorded: true, notice: 3 });

  it.each([true, false])(
    'is asked about before anybody is heard; after %s the call goes on',
    async (isGiven) => {
      const world = new FakeCallWorld();
      const customer = world.page('customer', { config });
      const staff = world.page('staff', { config });
      staff.call.call();
      await pass();
      customer.call.answer();
      await pass();
      expect(customer.view().phase).toBe('consent');
      expect(customer.tracks).toEqual([]);
      customer.call.consent(isGiven);
      await pass();
      expect(customer.view().phase).toBe('talking');
      const [offer, consent, answer] = world.events.filter(({ kind }) => kind !== 'call-candidate');
      expect(consent).toMatchObject({
        kind: 'consent',
        actor: 'customer',
        body: { what: 'recording', given: isGiven, notice: 3, callId: offer?.body.callId },
      });
      expect(answer?.kind).toBe('call-answer');
    },
  );

  it('is asked about in a call of one’s own, and a call given up there rings nowhere', async () => {
    const world = new FakeCallWorld();
    const customer = world.page('customer', { config });
    customer.call.call();
    await pass();
    expect(customer.view().phase).toBe('consent');
    customer.call.hangUp();
    await pass();
    expect(customer.view()).toMatchObject({ phase: 'ended', ending: 'hung-up' });
    expect(world.events).toEqual([]);
  });
});

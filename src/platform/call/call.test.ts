import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { FakeCallWorld, pass, ringing, talking } from '../../../test/support/fake-call.ts';
import { callTimes } from './call-view.ts';

const named = (name: string) => async () => {
  throw Object.assign(new Error(name), { name });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('A call', () => {
  it.each(['customer', 'staff'] as const)(
    'that the %s makes rings at the other side and is heard by both after one tap there',
    async (who) => {
      const { world, caller, called } = await ringing(who);
      expect([caller.view().phase, called.view().phase]).toEqual(['calling', 'incoming']);
      expect(called.tracks).toEqual([]);
      called.call.answer();
      await pass();
      expect([caller.view().phase, called.view().phase]).toEqual(['talking', 'talking']);
      expect(world.kinds()).toEqual(['call-offer', 'call-answer']);
      await pass(callTimes.ringMs * 2);
      expect(caller.view().phase).toBe('talking');
    },
  );

  it.each(['caller', 'called'] as const)('ends for both when the %s hangs up', async (who) => {
    const { world, ...all } = await talking();
    const other = who === 'caller' ? all.called : all.caller;
    all[who].call.hangUp();
    await pass();
    expect(all[who].view()).toMatchObject({ ending: 'hung-up', isEndedHere: true });
    expect(other.view()).toMatchObject({ ending: 'hung-up', isEndedHere: false });
    for (const { tracks, peers } of [all.caller, all.called]) {
      expect(tracks.map(({ isStopped }) => isStopped)).toEqual([true]);
      expect(peers.map(({ isClosed }) => isClosed)).toEqual([true]);
    }
    expect(world.kinds().slice(-1)).toEqual(['call-ended hung-up']);
  });

  it('is muted at the microphone itself, and heard again', async () => {
    const { caller } = await talking();
    caller.call.setMuted(true);
    expect([caller.view().isMuted, caller.tracks[0]?.enabled]).toEqual([true, false]);
    caller.call.setMuted(false);
    expect([caller.view().isMuted, caller.tracks[0]?.enabled]).toEqual([false, true]);
  });

  it('that is not wanted is refused, and the caller is told', async () => {
    const { caller, called } = await ringing('staff');
    called.call.refuse();
    await pass();
    expect(caller.view()).toMatchObject({ phase: 'ended', ending: 'refused' });
    expect(called.view().phase).toBe('idle');
  });

  it('that nobody takes is missed at both ends', async () => {
    const { world, caller, called } = await ringing();
    await pass(callTimes.ringMs + callTimes.laterMs);
    expect([caller.view().ending, called.view().ending]).toEqual(['missed', 'missed']);
    expect(world.kinds()).toEqual(['call-offer', 'call-ended missed']);
  });

  it('that is given up before it is taken was missed by whom it was for', async () => {
    const { caller, called } = await ringing('staff');
    caller.call.hangUp();
    await pass();
    expect(called.view()).toMatchObject({ phase: 'ended', ending: 'missed', isTheirs: true });
  });

  it('to a device that cannot call says so to both', async () => {
    const world = new FakeCallWorld();
    const customer = world.page('customer', { canCall: () => false });
    const staff = world.page('staff');
    staff.call.call();
    await pass();
    expect(customer.view()).toMatchObject({ ending: 'unsupported', isTheirs: true });
    expect(staff.view()).toMatchObject({ ending: 'unsupported', isEndedHere: false });
    customer.call.dismiss();
    customer.call.call();
    expect(customer.view().ending).toBe('unsupported');
    expect(world.kinds('customer')).toEqual(['call-ended unsupported']);
  });

  it('that finds no way through the network gives up within five seconds, at both ends', async () => {
    const { world, caller, called } = await ringing();
    world.network.isBlocked = true;
    called.call.answer();
    await pass(handoffLimits.callWithinMs - 100);
    expect(caller.view().phase).toBe('connecting');
    await pass(200);
    expect([caller.view().ending, called.view().ending]).toEqual(['unreachable', 'unreachable']);
  });

  it('gives up at once where the connection itself says that there is no way', async () => {
    const { world, caller, called } = await ringing();
    world.network.isBlocked = true;
    called.call.answer();
    await pass();
    world.state('failed');
    expect(caller.view().ending).toBe('unreachable');
  });

  it('gives up where the server cannot be asked or told', async () => {
    const world = new FakeCallWorld();
    const slow = world.page('customer', { config: () => new Promise(() => undefined) });
    slow.call.call();
    await pass(handoffLimits.callWithinMs);
    expect(slow.view().ending).toBe('unreachable');
    const mute = world.page('staff');
    world.network.isLogOff = true;
    mute.call.call();
    await pass();
    expect(mute.view().ending).toBe('unreachable');
    expect(mute.tracks[0]?.isStopped).toBe(true);
  });

  it.each([
    ['NotAllowedError', 'microphone-refused'],
    ['NotFoundError', 'microphone-missing'],
    ['NotReadableError', 'microphone-busy'],
  ])(
    'without a microphone (%s) ends as %s and tells nobody who was not called',
    async (name, ending) => {
      const world = new FakeCallWorld();
      const customer = world.page('customer', { microphone: named(name) });
      customer.call.call();
      await pass();
      expect(customer.view().ending).toBe(ending);
      expect(world.events).toEqual([]);
      const staff = world.page('staff');
      staff.call.call();
      await pass();
      customer.call.answer();
      await pass();
      expect(customer.view().ending).toBe(ending);
      expect(staff.view().ending).toBe('unsupported');
    },
  );

  it('with an offer that nobody understands ends and does not hang', async () => {
    const world = new FakeCallWorld();
    const customer = world.page('customer');
    world.write('call-offer', 'agent', { callId: 'c1', sdp: 'nonsense' });
    customer.call.answer();
    await pass();
    expect(customer.view().ending).toBe('unreachable');
  });

  it('keeps the ways of the other side that come before they are of use', async () => {
    const { caller, called } = await ringing();
    expect(called.peers).toEqual([]);
    called.call.answer();
    await pass();
    expect(called.peers[0]?.added).toEqual([{ candidate: 'way-1' }]);
    expect(caller.peers[0]?.added).toEqual([{ candidate: 'way-of-answer' }]);
  });

  it('passes over what belongs to a call that is over', async () => {
    const { world, caller, called } = await talking();
    world.write('call-ended', 'agent', { callId: 'of-before', reason: 'hung-up' });
    world.write('call-answer', 'agent', { callId: 'of-before', sdp: 'answer' });
    world.write('call-candidate', 'agent', { callId: 'of-before', candidate: { candidate: 'x' } });
    await pass();
    expect([caller.view().phase, called.view().phase]).toEqual(['talking', 'talking']);
    expect(caller.peers[0]?.added).toEqual([{ candidate: 'way-of-answer' }]);
  });

  it('that both make at once is one call: the first in the log', async () => {
    const world = new FakeCallWorld();
    const customer = world.page('customer');
    const staff = world.page('staff');
    customer.call.call();
    staff.call.call();
    await pass();
    expect([customer.view().phase, staff.view().phase]).toEqual(['talking', 'talking']);
    expect(world.kinds().filter((kind) => kind === 'call-answer')).toHaveLength(1);
    expect([...customer.tracks, ...staff.tracks].filter((one) => !one.isStopped)).toHaveLength(2);
    customer.call.hangUp();
    await pass();
    expect(staff.view().ending).toBe('hung-up');
  });

  it('that comes while one is still asked for the microphone is taken with it', async () => {
    const world = new FakeCallWorld();
    let allow = () => undefined as void;
    const asked = new Promise<void>((resolve) => (allow = resolve));
    const plain = world.page('customer');
    const customer = world.page('customer', {
      microphone: async () => {
        await asked;
        return plain.parts.microphone();
      },
    });
    const staff = world.page('staff');
    customer.call.call();
    await pass();
    staff.call.call();
    await pass();
    allow();
    await pass();
    expect([customer.view().phase, staff.view().phase]).toEqual(['talking', 'talking']);
    expect(world.kinds()).toEqual(['call-offer', 'call-answer']);
  });

  it('that another page of the same person takes stops ringing here', async () => {
    const { world, called } = await ringing('staff');
    const other = world.page('customer');
    other.call.answer();
    await pass();
    // The page that was opened later reads of the call in the log.
    expect(other.view().phase).toBe('talking');
    expect(called.view().phase).toBe('idle');
  });

  it('looks for another way when it breaks, by whoever called, and goes on', async () => {
    const { world, caller, called } = await talking();
    world.state('broken');
    expect(caller.view().isBroken).toBe(true);
    await pass();
    expect(caller.view()).toMatchObject({ phase: 'talking', isBroken: false });
    expect(world.kinds()).toEqual(['call-offer', 'call-answer', 'call-offer', 'call-answer']);
    expect([caller.peers[0]?.offers, called.peers[0]?.offers]).toEqual([2, 0]);
  });

  it('looks for another way as soon as the network is another one', async () => {
    const { caller } = await talking();
    dispatchEvent(new Event('online'));
    await pass();
    expect(caller.peers[0]?.offers).toBe(2);
    expect(caller.view().phase).toBe('talking');
  });

  it('that stays broken is lost', async () => {
    const { world, caller, called } = await talking();
    world.network.isBlocked = true;
    world.state('broken');
    await pass(callTimes.lostMs);
    expect([caller.view().ending, called.view().ending]).toEqual(['lost', 'lost']);
  });

  it('ends when the microphone is taken away', async () => {
    const { caller, called } = await talking();
    caller.tracks[0]?.onended?.();
    await pass();
    expect([caller.view().ending, called.view().ending]).toEqual(['lost', 'lost']);
  });

  it.each(['closed', 'transferred', 'requeued'])('ends with the conversation: %s', async (kind) => {
    const { world, caller, called } = await talking();
    world.write(kind, 'system', { reason: 'done' });
    await pass();
    expect([caller.view().ending, called.view().ending]).toEqual(['hung-up', 'hung-up']);
  });
});

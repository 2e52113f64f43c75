import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { FakeCallWorld, pass, talking } from '../../../test/support/fake-call.ts';
import { CAPTION_LINES } from './beside-view.ts';
import type { CaptionEvents } from './caption-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** In a call of a customer with such a camera. */
async function calling(camera: () => Promise<MediaStream>) {
  const world = new FakeCallWorld();
  const customer = world.page('customer', { camera });
  const staff = world.page('staff');
  customer.call.call();
  await pass();
  staff.call.answer();
  await pass();
  return { customer, staff };
}

describe('A picture in a call', () => {
  it('is on at neither side before it is tapped, and shows one side only', async () => {
    const { customer, staff } = await talking();
    expect([customer.view().sight, staff.view().sight]).toEqual([
      { mine: 'off', theirs: 'off' },
      { mine: 'off', theirs: 'off' },
    ]);
    staff.call.setCamera(true);
    await pass();
    expect(customer.view().sight).toMatchObject({ mine: 'off', theirs: 'coming' });
    customer.call.noteSeen();
    await pass();
    expect(customer.view().sight.theirs).toBe('shown');
    expect(staff.view().sight).toMatchObject({ mine: 'on', isSeen: true, theirs: 'off' });
    expect(customer.cameras).toEqual([]);
  });

  it('is turned off by the same tap: the camera itself stops, and the other side is told', async () => {
    const { customer, staff } = await talking();
    customer.call.setCamera(true);
    await pass();
    staff.call.noteSeen();
    customer.call.setCamera(false);
    await pass();
    expect(customer.cameras[0]?.isStopped).toBe(true);
    expect(customer.peers[0]?.camera).toBeNull();
    expect(customer.view().sight.mine).toBe('off');
    expect(staff.view().sight.theirs).toBe('off');
  });

  it('that does not come in time is said at both ends, and the voice goes on; later it may still come', async () => {
    const { customer, staff } = await talking();
    staff.call.setCamera(true);
    await pass(handoffLimits.callWithinMs);
    expect(customer.view()).toMatchObject({ phase: 'talking', sight: { theirs: 'late' } });
    expect(staff.view()).toMatchObject({ phase: 'talking', sight: { isSeen: false } });
    customer.call.noteSeen();
    await pass();
    expect(customer.view().sight.theirs).toBe('shown');
    expect(staff.view().sight.isSeen).toBe(true);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
  ])('without a camera (%s) is %s, and the voice goes on', async (name, trouble) => {
    const { customer, staff } = await calling(async () => {
      throw Object.assign(new Error(name), { name });
    });
    customer.call.setCamera(true);
    await pass();
    expect(customer.view()).toMatchObject({ phase: 'talking', sight: { mine: 'off', trouble } });
    expect(staff.view()).toMatchObject({ phase: 'talking', sight: { theirs: 'off' } });
  });

  it('that the connection cannot carry is let go again, and said', async () => {
    const { world, staff, customer } = await talking();
    world.network.carriesPictures = false;
    staff.call.setCamera(true);
    await pass();
    expect(staff.view()).toMatchObject({ phase: 'talking', sight: { trouble: 'unsent' } });
    expect(staff.cameras[0]?.isStopped).toBe(true);
    expect(customer.view().sight.theirs).toBe('off');
  });

  it('that is given up while the phone asks is not shown when the phone has asked', async () => {
    let allow = () => undefined as void;
    const asked = new Promise<void>((resolve) => (allow = resolve));
    const plain = new FakeCallWorld().page('customer');
    const { customer, staff } = await calling(async () => {
      await asked;
      return plain.parts.camera();
    });
    customer.call.setCamera(true);
    await pass();
    expect(customer.view().sight.mine).toBe('asking');
    customer.call.setCamera(false);
    allow();
    await pass();
    expect(customer.view().sight.mine).toBe('off');
    expect(plain.cameras[0]?.isStopped).toBe(true);
    expect(staff.view().sight.theirs).toBe('off');
  });

  it('ends with the call, and the next call begins without one', async () => {
    const { customer, staff } = await talking();
    staff.call.setCamera(true);
    customer.call.setCamera(true);
    await pass();
    customer.call.hangUp();
    await pass();
    for (const { cameras, view } of [customer, staff]) {
      expect(cameras[0]?.isStopped).toBe(true);
      expect(view().sight).toEqual({ mine: 'off', theirs: 'off' });
    }
    await pass(handoffLimits.callWithinMs * 2);
    expect(staff.view().sight.theirs).toBe('off');
  });
});

describe('Captions', () => {
  /** In a call whose staff are written down by the test. */
  async function withWriter() {
    const world = new FakeCallWorld();
    const config = async () => ({
      iceServers: [],
      ttlSeconds: 60,
      isRecorded: false,
      notice: 1,
      canCaption: true,
    });
    const writers: (CaptionEvents & { isStopped: boolean })[] = [];
    const customer = world.page('customer', { config });
    const staff = world.page('staff', {
      config,
      writeDown: (_microphone, heard) => {
        const writer = { ...heard, isStopped: false };
        writers.push(writer);
        return () => (writer.isStopped = true);
      },
    });
    staff.call.call();
    await pass();
    customer.call.answer();
    await pass();
    return { customer, staff, writers };
  }

  it('are written only while the customer wants them, and staff know', async () => {
    const { customer, staff, writers } = await withWriter();
    expect(customer.view().captions.canHave).toBe(true);
    expect(writers).toEqual([]);
    customer.call.setCaptions(true);
    await pass();
    expect(staff.view().captions.isWanted).toBe(true);
    writers[0]?.onText('您好，我是小王。');
    await pass();
    expect(customer.view().captions.lines).toMatchObject([{ text: '您好，我是小王。' }]);
    customer.call.setCaptions(false);
    await pass();
    expect(writers[0]?.isStopped).toBe(true);
    expect(customer.view().captions.lines).toEqual([]);
    expect(staff.view().captions.isWanted).toBe(false);
  });

  it('leave the last lines in sight', async () => {
    const { customer, writers } = await withWriter();
    customer.call.setCaptions(true);
    await pass();
    for (let i = 0; i < CAPTION_LINES + 2; i += 1) writers[0]?.onText(`第 ${i} 句`);
    await pass();
    expect(customer.view().captions.lines.map(({ text }) => text)).toEqual([
      '第 2 句',
      '第 3 句',
      '第 4 句',
    ]);
  });

  it('that nobody can write just now say so until they come again', async () => {
    const { customer, staff, writers } = await withWriter();
    customer.call.setCaptions(true);
    await pass();
    writers[0]?.onFailing(true);
    await pass();
    expect([customer.view().captions.isFailing, staff.view().captions.isFailing]).toEqual([
      true,
      true,
    ]);
    writers[0]?.onFailing(false);
    writers[0]?.onText('好了。');
    await pass();
    expect(customer.view().captions).toMatchObject({
      isFailing: false,
      lines: [{ text: '好了。' }],
    });
    expect(staff.view().captions.isFailing).toBe(false);
  });

  it('end with the call', async () => {
    const { customer, staff, writers } = await withWriter();
    customer.call.setCaptions(true);
    await pass();
    staff.call.hangUp();
    await pass();
    expect(writers[0]?.isStopped).toBe(true);
    expect(customer.view().captions.isWanted).toBe(false);
  });

  it('and pictures pass over words that nobody understands', async () => {
    const { customer, writers } = await withWriter();
    for (const word of [undefined, null, 7, 'camera', [], { camera: 'on', caption: 3 }])
      customer.peers[0]?.events.onWord(word);
    expect(customer.view()).toMatchObject({ phase: 'talking', sight: { theirs: 'off' } });
    expect(writers).toEqual([]);
  });
});

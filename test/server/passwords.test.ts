import { describe, expect, it } from 'vitest';
import {
  hashPassword,
  isPassword,
  PASSWORD_MAX,
  pretendToCompare,
  standardCost,
} from '#server/services/passwords.ts';

const cheap = { log2N: 10, r: 8, p: 1 };

describe('a staff password', () => {
  it('is right only as it was set, and two people with the same one do not look alike', async () => {
    const [one, two] = [
      await hashPassword('银龄 lane 2026', cheap),
      await hashPassword('银龄 lane 2026', cheap),
    ];
    expect(one).not.toBe(two);
    expect(await isPassword('银龄 lane 2026', one)).toBe(true);
    expect(await isPassword('银龄 lane 2027', one)).toBe(false);
    expect(await isPassword('', one)).toBe(false);
  });

  it('is the same typed in full-width letters', async () => {
    expect(await isPassword('LANE', await hashPassword('LANE', cheap))).toBe(true);
  });

  it('is kept at the cost of its own hash, so that the cost may rise later', async () => {
    const stored = await hashPassword('a password');
    expect(
      stored.startsWith(`scrypt$${standardCost.log2N}$${standardCost.r}$${standardCost.p}$`),
    ).toBe(true);
    expect(await isPassword('a password', stored)).toBe(true);
  });

  it('never matches damage, and a giant one is not even hashed', async () => {
    for (const stored of ['', 'scrypt$40$8$1$AAAA$AAAA', 'scrypt$10$8$1$AAAA$AAAA', 'md5$x']) {
      expect(await isPassword('x', stored)).toBe(false);
    }
    expect(await isPassword('x'.repeat(PASSWORD_MAX + 1), await hashPassword('x', cheap))).toBe(
      false,
    );
    await expect(hashPassword('')).rejects.toThrow(RangeError);
    expect(await pretendToCompare('whatever', cheap)).toBe(false);
  });
});

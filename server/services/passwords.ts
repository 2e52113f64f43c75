import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** How dear one guess is. Stored with each hash, so that it can rise without breaking older ones. */
export interface PasswordCost {
  /** log2 of scrypt's N. */
  log2N: number;
  r: number;
  p: number;
}

/** OWASP Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3 (32 MiB, about 0.15 s of one core). */
export const standardCost: PasswordCost = { log2N: 15, r: 8, p: 3 };
/** Longest password read: more would only let a stranger spend our processor. */
export const PASSWORD_MAX = 200;

const KEY_BYTES = 32;
const SALT_BYTES = 16;

function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const options: ScryptOptions = {
    N: 2 ** cost.log2N,
    r: cost.r,
    p: cost.p,
    maxmem: 256 * 2 ** 20,
  };
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard or system is the same password (NIST SP 800-63B 5.1.1.2).
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/**
 * Hashes a password for keeping: `scrypt$<log2N>$<r>$<p>$<salt>$<key>`, with a salt of its own.
 * @throws RangeError when it is empty or longer than PASSWORD_MAX
 */
export async function hashPassword(
  password: string,
  cost: PasswordCost = standardCost,
): Promise<string> {
  if (password === '' || password.length > PASSWORD_MAX)
    throw new RangeError('password is empty or too long');
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return [
    'scrypt',
    cost.log2N,
    cost.r,
    cost.p,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join('$');
}

/** Whether this is the password that was hashed. A stored value that is not one of ours is never right. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const match = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!match || password.length > PASSWORD_MAX) return false;
  const cost = { log2N: Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
  // A stored cost beyond what this program would ever write is damage, not a reason to burn memory.
  if (cost.log2N < 1 || cost.log2N > 17 || cost.r < 1 || cost.r > 16 || cost.p < 1 || cost.p > 16)
    return false;
  const expected = Buffer.from(match[5] ?? '', 'base64url');
  const given = await derive(password, Buffer.from(match[4] ?? '', 'base64url'), cost);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const decoys = new Map<string, Promise<string>>();

/** Takes as long as a real comparison and says no: a name that does not exist must not answer faster. */
export async function pretendToCompare(
  password: string,
  cost: PasswordCost = standardCost,
): Promise<false> {
  const key = `${cost.log2N}.${cost.r}.${cost.p}`;
  const decoy = decoys.get(key) ?? hashPassword(randomBytes(24).toString('base64url'), cost);
  decoys.set(key, decoy);
  await isPassword(password.slice(0, PASSWORD_MAX), await decoy);
  return false;
}

import { describe, expect, it } from 'vitest';
import { createSeal, readKeyRing, SealError } from '#server/store/seal.ts';

const first = createSeal(readKeyRing('a secret of enough length'));
const rotated = createSeal(readKeyRing('2:another secret of length,1:a secret of enough length'));

describe('what is sealed at rest', () => {
  it('opens again at its own place, whatever the text', () => {
    for (const text of ['', '6222021234567890', '张·伟 😀', 'x'.repeat(10_000)]) {
      expect(first.open('draft.answers.1', first.seal('draft.answers.1', text))).toBe(text);
    }
  });

  it('looks different each time and holds nothing readable', () => {
    const [one, two] = [
      first.seal('a.b.1', '6222021234567890'),
      first.seal('a.b.1', '6222021234567890'),
    ];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(one).not.toContain('6222');
  });

  it('does not open in another row or column, nor when one character was changed', () => {
    const sealed = first.seal('draft.answers.1', 'secret');
    expect(() => first.open('draft.answers.2', sealed)).toThrow(SealError);
    const [version, iv, tag, text] = sealed.split('.');
    const changed = `${text?.startsWith('A') ? 'B' : 'A'}${text?.slice(1)}`;
    expect(() => first.open('draft.answers.1', [version, iv, tag, changed].join('.'))).toThrow(
      SealError,
    );
    expect(() =>
      first.open('draft.answers.1', [version, iv, tag?.slice(0, 8), text].join('.')),
    ).toThrow(SealError);
    for (const junk of ['', 'v1', 'v1...', 'hello', 'v9.AAAA.AAAA.AAAA']) {
      expect(() => first.open('draft.answers.1', junk)).toThrow(SealError);
    }
  });

  it('keeps a photo byte for byte and notices a cut or changed one', () => {
    const photo = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
    const sealed = first.sealBytes('document.full.1', photo);
    expect(Buffer.from(first.openBytes('document.full.1', sealed)).equals(Buffer.from(photo))).toBe(
      true,
    );
    expect(() => first.openBytes('document.thumb.1', sealed)).toThrow(SealError);
    expect(() => first.openBytes('document.full.1', sealed.subarray(0, 4000))).toThrow(SealError);
    expect(() => first.openBytes('document.full.1', sealed.subarray(0, 20))).toThrow(SealError);
    expect(() => first.openBytes('document.full.1', photo)).toThrow(SealError);
  });
});

describe('a new key', () => {
  it('opens what the old key sealed, seals with the new one and says what is stale', () => {
    const old = first.seal('a.b.1', 'kept');
    expect(rotated.open('a.b.1', old)).toBe('kept');
    expect(rotated.isStale(old)).toBe(true);
    const fresh = rotated.seal('a.b.1', 'kept');
    expect(fresh.startsWith('v2.')).toBe(true);
    expect(rotated.isStale(fresh)).toBe(false);
    expect(() => first.open('a.b.1', fresh)).toThrow('key 2');
    expect(rotated.openBytes('a.b.1', first.sealBytes('a.b.1', Buffer.from('x')))).toEqual(
      Buffer.from('x'),
    );
  });

  it('finds a phone by its fingerprint under either key', () => {
    const stored = first.blindIndex('phone', '13800000001');
    expect(rotated.blindIndexes('phone', '13800000001')).toContain(stored);
    expect(rotated.blindIndex('phone', '13800000001')).not.toBe(stored);
    expect(first.blindIndex('phone', '13800000002')).not.toBe(stored);
    expect(first.blindIndex('card', '13800000001')).not.toBe(stored);
  });
});

describe('the secret of the environment', () => {
  it('is one secret or a list with versions', () => {
    expect([...readKeyRing('a secret of enough length').keys()]).toEqual([1]);
    expect([
      ...readKeyRing('2:another secret of length, 1:a secret of enough length').keys(),
    ]).toEqual([2, 1]);
  });

  it('is refused when short, doubled or malformed, without being repeated', () => {
    for (const bad of [
      '',
      'short',
      '1:short',
      '1:a secret of enough length,1:another secret of length',
      '0:a secret of enough length',
      '1:a secret of enough length,x',
    ]) {
      expect(() => readKeyRing(bad)).toThrow(SealError);
    }
    expect(() => readKeyRing('hunter2')).not.toThrow('hunter2');
  });
});

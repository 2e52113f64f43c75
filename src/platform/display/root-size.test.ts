import { describe, expect, it } from 'vitest';
import { readShellHint, readTextAdjust, rootStyleOf } from './root-size.ts';

describe('The size of the text', () => {
  it('is left to the style sheet where nobody asks for another', () => {
    expect(rootStyleOf({}, true)).toBeUndefined();
    expect(
      rootStyleOf({ wechat: 1, 'ios-adjust': 1, 'default-size': 1.004 }, true),
    ).toBeUndefined();
  });

  it('follows the largest wish and never multiplies two', () => {
    expect(rootStyleOf({ wechat: 1.4, 'ios-adjust': 1.2 }, true)).toEqual({
      hostScale: 1.4,
      remBase: 16,
    });
    expect(rootStyleOf({ 'default-size': 1.25 }, true)).toEqual({ hostScale: 1.25, remBase: 16 });
  });

  it('divides out what the host has enlarged by itself', () => {
    expect(rootStyleOf({ 'applied-zoom': 1.6, wechat: 1.6 }, true)).toEqual({
      hostScale: 1.6,
      remBase: 10,
    });
  });

  it('stays between the ordinary and twice of it', () => {
    expect(rootStyleOf({ wechat: 0.94 }, true)?.hostScale).toBe(1);
    expect(rootStyleOf({ 'ios-dynamic-type': 3.1 }, true)?.hostScale).toBe(2);
  });

  it('takes a nonsensical wish for none', () => {
    for (const wechat of [NaN, Infinity, 0, -1, 140]) {
      expect(rootStyleOf({ wechat }, true)).toBeUndefined();
    }
  });

  it("goes back to the page's own when the person wants that", () => {
    expect(rootStyleOf({ wechat: 1.4, 'applied-zoom': 1.4 }, false)).toEqual({
      hostScale: 1,
      remBase: 16 / 1.4,
    });
  });
});

describe('The wishes that can be read', () => {
  it.each([
    ['-webkit-text-size-adjust: 140%', 1.4],
    ['color: red; text-size-adjust:118.5%;', 1.185],
    ['text-size-adjust: auto', undefined],
    ['text-size-adjust: 0%', undefined],
    ['', undefined],
    [null, undefined],
  ])('in a body of the style %j is %s', (style, ratio) => {
    expect(readTextAdjust(style)).toBe(ratio);
  });

  it.each([
    ['?fs=1.4', 1.4],
    ['?a=1&fs=2', 2],
    ['?fs=9', undefined],
    ['?fs=140', undefined],
    ['?fs=0.1', undefined],
    ['?offs=1.4', undefined],
    ['?fs=1.4x', undefined],
    ['', undefined],
  ])('in the address %j is %s', (search, ratio) => {
    expect(readShellHint(search)).toBe(ratio);
  });
});

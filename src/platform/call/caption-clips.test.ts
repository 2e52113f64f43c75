import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipTimes, newClip, noteLevel, SPEECH_LEVEL } from './caption-clips.ts';

/** What becomes of these looks: the clips with their lengths, ms. */
function cutsOf(levels: readonly (number | undefined)[]): { at: number; cut: 'send' | 'drop' }[] {
  const cuts: { at: number; cut: 'send' | 'drop' }[] = [];
  let clip = newClip;
  levels.forEach((level, i) => {
    const noted = noteLevel(clip, level);
    clip = noted.clip;
    if (noted.cut) cuts.push({ at: (i + 1) * clipTimes.lookMs, cut: noted.cut });
  });
  return cuts;
}
const looks = (ms: number, level: number | undefined) =>
  Array<number | undefined>(ms / clipTimes.lookMs).fill(level);

describe('A clip for captions', () => {
  it('ends at a breath, so that a sentence is read soon after it is said', () => {
    expect(cutsOf([...looks(2500, 0.2), ...looks(1000, 0)])).toEqual([{ at: 3000, cut: 'send' }]);
  });

  it('of silence or of a muted microphone goes nowhere', () => {
    expect(cutsOf(looks(60_000, 0)).map(({ cut }) => cut)).toEqual(Array(10).fill('drop'));
  });

  it('is sent all the same where the browser cannot tell how loud it is', () => {
    expect(cutsOf(looks(12_000, undefined)).map(({ cut }) => cut)).toEqual(['send', 'send']);
  });

  it('is never longer than the most, never sent without speech, and speech is never dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, SPEECH_LEVEL / 2, SPEECH_LEVEL, 0.5)), (levels) => {
        let from = 0;
        for (const { at, cut } of cutsOf(levels)) {
          expect(at - from).toBeLessThanOrEqual(clipTimes.mostMs);
          const inClip = levels.slice(from / clipTimes.lookMs, at / clipTimes.lookMs);
          expect(cut).toBe(inClip.some((level) => level >= SPEECH_LEVEL) ? 'send' : 'drop');
          from = at;
        }
      }),
    );
  });
});

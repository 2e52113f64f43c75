import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noBehaviour, notePinch, type BehaviourSummary } from './behaviour.ts';
import { decide, policyConfig } from './policy.ts';
import { freshSession, type SessionFacts, type Signals } from './signals.ts';
import { anyBehaviour, anySession, anySituation } from './signals.examples.ts';

const anySignals: fc.Arbitrary<Signals> = fc
  .tuple(anySituation, anyBehaviour, anySession, fc.boolean())
  .map(([situation, behaviour, session, neverAsk]) => ({
    ...situation,
    behaviour,
    session,
    neverAsk,
  }));

const struggle: BehaviourSummary = { ...noBehaviour, errors: { amount: 3 } };
const atBoundary: SessionFacts = {
  ...freshSession,
  isStart: false,
  hasTyped: true,
  isAtStepBoundary: true,
  hasSeenChooser: true,
};
const signals = (over: Partial<Signals> = {}): Signals => ({
  behaviour: noBehaviour,
  session: freshSession,
  ...over,
});
const working = (over: Partial<Signals> = {}, session: Partial<SessionFacts> = {}) =>
  signals({ ...over, session: { ...atBoundary, ...session } });

describe('a choice', () => {
  it('always wins, and nobody is asked again', () => {
    fc.assert(
      fc.property(anySignals, fc.constantFrom('standard', 'senior'), (known, chosen) => {
        const decision = decide({ ...known, chosen });
        expect(decision.mode).toBe(chosen);
        expect(decision).toMatchObject({
          isAutomatic: false,
          showChooser: false,
          leansSenior: false,
        });
        expect(decision.reasons[0]).toBe('chosen');
      }),
    );
  });
  it('ends guessing, not the offer of help to somebody who is stuck', () => {
    expect(decide(working({ chosen: 'standard', links: ['staff'] })).offer).toBe('none');
    expect(decide(working({ chosen: 'senior', behaviour: struggle })).offer).toBe('help');
  });
  it('never to be asked again is kept', () => {
    fc.assert(
      fc.property(anySignals, (known) => {
        const decision = decide({ ...known, neverAsk: true });
        expect(decision).toMatchObject({
          mode: known.session.mode,
          showChooser: false,
          offer: 'none',
        });
      }),
    );
  });
});

describe('the text', () => {
  it('is as large as the larger of host and own choice, never their product', () => {
    expect(decide(signals({ textScales: { wechat: 1.3 }, ownTextScale: 1.2 })).textScale).toBe(1.3);
    expect(decide(signals({ textScales: { wechat: 1.2 }, ownTextScale: 1.5 })).textScale).toBe(1.5);
    expect(decide(signals({ textScales: { wechat: 3.1 } })).textScale).toBe(2);
    expect(decide(signals({ textScales: { wechat: 0.8 } })).textScale).toBe(1);
    expect(decide(signals({ chosen: 'standard', textScales: { wechat: 1.3 } })).reasons).toEqual([
      'chosen',
      'host-text',
    ]);
  });
  it('is the own one where the person wants that', () => {
    const own = { textScales: { wechat: 1.3 }, ownTextScale: 1.1, ignoresHostText: true };
    expect(decide(signals(own)).textScale).toBe(1.1);
  });
  it('stays between ordinary and double, whatever nonsense is told', () => {
    fc.assert(
      fc.property(anySignals, (known) => {
        const { textScale } = decide(known);
        expect(textScale >= 1 && textScale <= 2).toBe(true);
      }),
    );
    for (const wechat of [NaN, 0, 140, -1.4]) {
      expect(decide(signals({ textScales: { wechat } }))).toEqual(decide(signals()));
    }
  });
});

describe('the mode changes by itself', () => {
  const hard: [string, Partial<Signals>][] = [
    ['link-staff', { links: ['staff'] }],
    ['link-qr', { links: ['qr'] }],
    ['link-hotline', { links: ['hotline'] }],
    ['care-mode', { isCareMode: true }],
    ['host-text', { textScales: { wechat: 1.4 } }],
    ['host-text', { textScales: { wechat: 23.8 / 17 } }],
    ['account', { operatorAge: '60to79' }],
  ];
  it.each(hard)('at the start, because of %s', (reason, known) => {
    const decision = decide(signals(known));
    expect(decision).toMatchObject({ mode: 'senior', isAutomatic: true, showChooser: false });
    expect(decision.reasons).toContain(reason);
  });
  it.each(hard)('only with nothing typed: %s', (_reason, known) => {
    for (const late of [{ hasTyped: true }, { isStart: false }]) {
      const decision = decide(signals({ ...known, session: { ...freshSession, ...late } }));
      expect(decision).toMatchObject({ mode: 'standard', isAutomatic: false });
    }
  });
  it('and not back again', () => {
    const later = decide(working({}, { mode: 'senior', isAutomatic: true }));
    expect(later).toMatchObject({ mode: 'senior', isAutomatic: true });
  });
  it('never because of how somebody behaves, which changes neither mode, text nor chooser', () => {
    fc.assert(
      fc.property(anySignals, anyBehaviour, (known, behaviour) => {
        const { offer: _one, reasons: _its, ...decision } = decide({ ...known, behaviour });
        const {
          offer: _other,
          reasons: _theirs,
          ...without
        } = decide({
          ...known,
          behaviour: noBehaviour,
        });
        expect(decision).toEqual(without);
      }),
    );
    fc.assert(
      fc.property(anyBehaviour, anySession, (behaviour, session) => {
        const { isAutomatic } = decide({ behaviour, session: { ...session, isAutomatic: false } });
        expect(isAutomatic).toBe(false);
      }),
    );
  });
  it('not for an older insured: their children often file', () => {
    expect(decide(signals({ insuredAge: '80plus' })).isAutomatic).toBe(false);
  });
});

describe('everyone else', () => {
  it('meets the chooser once, before anything is typed', () => {
    expect(decide(signals()).showChooser).toBe(true);
    for (const known of [{ hasSeenChooser: true }, { hasTyped: true }]) {
      expect(decide(signals({ session: { ...freshSession, ...known } })).showChooser).toBe(false);
    }
  });
  it('finds the likelier of the two selected, from one half on', () => {
    const larger = signals({ textScales: { wechat: 1.2 } });
    expect(decide(larger).preselect).toBe('standard');
    const inOlderMix = decide(larger, { ...policyConfig, prior: 0.35 });
    expect(inOlderMix).toMatchObject({ preselect: 'senior', mode: 'standard', showChooser: true });
    expect(inOlderMix.reasons).toEqual(['host-text']);
  });
  it('opens as it always does where nothing is known, whatever the mix', () => {
    expect(decide(working({}), { ...policyConfig, prior: 0.35 })).toEqual({
      textScale: 1,
      mode: 'standard',
      isAutomatic: false,
      preselect: 'standard',
      showChooser: false,
      offer: 'none',
      reasons: [],
      leansSenior: false,
    });
  });
});

describe('help is offered', () => {
  it('for struggle or a likely wish, only between two steps', () => {
    expect(decide(working({ behaviour: struggle })).reasons).toEqual(['errors']);
    expect(decide(working({ behaviour: struggle })).offer).toBe('help');
    expect(decide(working({ insuredAge: '60to79' }))).toMatchObject({
      offer: 'help',
      reasons: ['policy'],
    });
    fc.assert(
      fc.property(anySignals, (known) => {
        const session = { ...known.session, isAtStepBoundary: false };
        expect(decide({ ...known, session }).offer).toBe('none');
      }),
    );
  });
  it('not for one zoom', () => {
    expect(decide(working({ behaviour: notePinch(noBehaviour) })).offer).toBe('none');
  });
  it('once a session, twice in all, and not for 90 days after a no', () => {
    const offer = (session: Partial<SessionFacts>) =>
      decide(working({ behaviour: struggle }, session)).offer;
    expect(offer({ offersThisSession: 1 })).toBe('none');
    expect(offer({ offersEver: 1 })).toBe('help');
    expect(offer({ offersEver: 2 })).toBe('none');
    expect(offer({ daysSinceNo: 89 })).toBe('none');
    expect(offer({ daysSinceNo: 90 })).toBe('help');
    for (const corrupt of [NaN, -1]) {
      expect(offer({ offersEver: corrupt })).toBe('none');
      expect(offer({ offersThisSession: corrupt })).toBe('none');
      expect(offer({ daysSinceNo: corrupt })).toBe('none');
    }
  });
  it('from .30 on, and down to .15 once that was reached', () => {
    // Larger text in the ordinary mix: .26, between the two.
    const between = { textScales: { wechat: 1.2 } };
    expect(decide(working(between))).toMatchObject({ offer: 'none', leansSenior: false });
    expect(decide(working(between, { leanedSenior: true }))).toMatchObject({
      offer: 'help',
      leansSenior: true,
    });
    // Ordinary text, contrast: .13, below both.
    const below = { textScales: { wechat: 1 }, wantsContrast: true };
    expect(decide(working(below, { leanedSenior: true })).leansSenior).toBe(false);
  });
});

describe('a decision', () => {
  it('has reasons only from its list, each once', () => {
    fc.assert(
      fc.property(anySignals, (known) => {
        const { reasons } = decide(known);
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(JSON.stringify(reasons)).not.toMatch(/60|age|senior|old/);
      }),
    );
  });
});

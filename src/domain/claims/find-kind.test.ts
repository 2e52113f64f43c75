import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateField } from '../flow/validate.ts';
import { understand } from './find-kind.ts';
import { findFlow, flows } from './flows.ts';
import { kindWords } from './kind-words.ts';

/** A Saturday. */
const today = '2026-11-21';
const kindsOf = (sentence: string) => understand(sentence, today).kinds;
const answersIn = (sentence: string, kind: string) => understand(sentence, today).answers[kind];

describe('what somebody says has happened', () => {
  it.each([
    ['我妈摔了一跤住院了', ['accident', 'hospital']],
    ['昨天感冒发烧去看了医生', ['outpatient']],
    ['上周三住院，昨天出院了', ['hospital']],
    ['肺炎住了七天院，花了五千多', ['hospital']],
    ['因为肺炎住进医院了', ['hospital']],
    ['在社区门诊打针', ['outpatient']],
    ['走路被车撞了，骨折', ['accident']],
    ['医生说是肺癌', ['illness', 'outpatient']],
    ['老伴上个月走了', ['death']],
    ['我父亲去世了', ['death']],
    ['开车追尾了', ['car']],
    ['停车的时候车被刮了', ['car']],
    ['楼上漏水把我家天花板泡了', ['home']],
    ['家里着火了', ['home']],
    ['I fell down the stairs and broke my arm', ['accident']],
    ['My mother was admitted to hospital on Monday', ['hospital']],
    ['My car was scratched', ['car']],
    ['A pipe burst in my flat', ['home']],
  ])('%s', (sentence, kinds) => {
    const found = kindsOf(sentence);
    expect(found.slice(0, kinds.length)).toEqual(kinds);
  });

  it('goes to a person where nothing is recognised, with the words as they were said', () => {
    const found = understand('  我的助听器坏了  ', today);
    expect(found).toEqual({
      kinds: ['other'],
      answers: { other: { whatHappened: '我的助听器坏了' } },
    });
    expect(kindsOf('')).toEqual(['other']);
  });

  it('is not what somebody says has not happened', () => {
    expect(kindsOf('摔了一跤，没住院')).toEqual(['accident']);
    expect(kindsOf('没有住院，就看了门诊')).toEqual(['outpatient']);
    expect(kindsOf('I did not fall, I went to the doctor')).toEqual(['outpatient']);
  });

  it('answers what it says already: the cause, the day, whether somebody is home again', () => {
    expect(answersIn('我妈昨天摔了一跤住院了', 'hospital')).toEqual({
      cause: 'accident',
      accidentOn: '2026-11-20',
    });
    expect(answersIn('我妈昨天摔了一跤住院了', 'accident')).toEqual({
      accidentHow: 'fall',
      accidentOn: '2026-11-20',
      stayed: true,
    });
    expect(answersIn('11月3号因为肺炎住院，已经出院', 'hospital')).toEqual({
      cause: 'illness',
      discharged: true,
      admittedOn: '2026-11-03',
    });
    expect(answersIn('得了肺炎还在住院', 'hospital')).toEqual({
      cause: 'illness',
      discharged: false,
    });
    expect(answersIn('前天车被偷了', 'car')).toEqual({ carHow: 'theft', carOn: '2026-11-19' });
    expect(answersIn('上周三查出肺癌', 'illness')).toEqual({
      illnessKind: 'cancer',
      diagnosedOn: '2026-11-11',
    });
    expect(answersIn('家里昨天漏水', 'home')).toEqual({ homeHow: 'water', homeOn: '2026-11-20' });
  });

  it('says whom it is about', () => {
    expect(understand('我妈摔了', today).whom).toBe('parent');
    expect(understand('老伴住院了', today).whom).toBe('spouse');
    expect(understand('摔了一跤', today).whom).toBeUndefined();
  });

  it('gives one to three kinds and only answers that the rules accept, whatever is said', () => {
    const said = Object.values(kindWords.kinds).flatMap((rows) =>
      Object.values(rows).join(' ').split(' '),
    );
    const sentence = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...said, '没', '昨天', '上周三', '11月31号', '我妈', '明天'), {
          maxLength: 8,
        })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(sentence, (text) => {
        const { kinds, answers } = understand(text, today);
        expect(kinds.length).toBeGreaterThan(0);
        expect(new Set(kinds).size).toBe(Math.min(kinds.length, 3));
        for (const [kind, given] of Object.entries(answers)) {
          const flow = findFlow(kind);
          for (const [field, value] of Object.entries(given)) {
            const spec = flow?.fields[field];
            expect(spec && validateField(spec, value, given, { today })).toBeUndefined();
          }
        }
      }),
    );
  });

  it('is looked for in every kind but the one that ends with a person', () => {
    const without = flows.filter(({ id }) => id !== 'other' && !kindWords.kinds[id]);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('is matched with questions and options that there are', () => {
    const specsOf = (field: string) => flows.flatMap((flow) => flow.fields[field] ?? []);
    const wrong = Object.entries(kindWords.answers).flatMap(([field, rows]) =>
      rows.flatMap(([value]) =>
        specsOf(field).some((spec) => validateField(spec, value, {}, { today }) === undefined)
          ? []
          : [`${field}: ${String(value)}`],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

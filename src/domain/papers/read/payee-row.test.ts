import { describe, expect, it } from 'vitest';
import { hospitalEnd, isHospitalName } from './names.ts';
import { hospitalByLooks, payeeRow } from './payee-row.ts';
import type { TextLine } from './text-page.ts';

type Place = readonly [left: number, top: number, right: number, bottom: number];

/** One line as the reader tells it, its characters at even steps. */
function line(
  text: string,
  [left, top, right, bottom]: Place,
  sure: (at: number) => number = () => 0.97,
): TextLine {
  const signs = Array.from({ length: text.length }, (_, i) => i);
  return {
    text,
    sure: signs.map(sure),
    at: signs.map((i) => (i + 0.5) / text.length),
    score: 0.9,
    quad: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
  };
}

const page = { width: 1600, height: 1200, rotation: 0 } as const;
const ROW: Place = [140, 930, 800, 962];
const others = [
  line('医保统筹基金支付：120.00', [200, 800, 520, 832]),
  line('个人账户支付：20.00', [200, 840, 460, 872]),
  line('个人现金支付：12.00', [200, 880, 460, 912]),
  line('复核人：李芳', [900, 930, 1060, 962]),
];

describe('The row in which an invoice names its hospital', () => {
  it('runs from its label to the next one, as high as the print around it', () => {
    const parted = [line('收款单位（章）：南宁市第二', [140, 930, 500, 962]), ...others];
    const row = payeeRow({ ...page, lines: [...parted, line('人民医院', [490, 890, 640, 980])] });
    expect(row?.[0]).toEqual({ x: 140, y: 930 });
    expect(row?.[1].x).toBeCloseTo(900 - 0.2 * 32, 3);
    expect(row?.[2].y).toBeCloseTo(962, 3);
  });

  it('lies where the rest of the row lies when a stamp makes the box of its label tall', () => {
    const tall = line('收款单位（章）：昆山市中医医院', [140, 905, 640, 987]);
    const row = payeeRow({ ...page, lines: [tall, ...others] });
    expect(row?.[0].y).toBeCloseTo(930, 3);
    expect(row?.[3].y).toBeCloseTo(962, 3);
  });

  it('is none where nothing says who is paid', () => {
    const table = line('数量/单位', [300, 500, 420, 532]);
    expect(payeeRow({ ...page, lines: [table, ...others] })).toBeUndefined();
  });

  it('is that in which somebody signed, where its label was misread', () => {
    const misread = line('收较异位(R)武汉市', [140, 930, 460, 962]);
    expect(payeeRow({ ...page, lines: [misread, ...others] })?.[0]).toEqual({ x: 140, y: 930 });
  });
});

describe('Looks at that row', () => {
  const name = '收款单位（章）：青岛市市立医院';
  const other = '收款单位（章）：青岛市市直医院';
  /** Read with one character hardly sure: that at `weak`, as sure as `sure`. */
  const look = (text: string, weak = -1, sure = 0.3): TextLine =>
    line(text, ROW, (at) => (at === weak ? sure : 0.97));
  const said = (...looks: readonly TextLine[]) => hospitalByLooks(page, looks)?.value;

  it('give the name on which three agree, though one of them was unsure of a character', () => {
    expect(said(look(name, 11, 0.4), look(name), look(name))).toBe('青岛市市立医院');
  });

  it('give none that two say, or that another look denies too strongly', () => {
    expect(said(look(name), look(name))).toBeUndefined();
    expect(said(look(name), look(name), look(name), look(other))).toBeUndefined();
    expect(said(look(name), look(name), look(name), look(name), look(other))).toBe(
      '青岛市市立医院',
    );
  });

  it('give none with a character of which all of them are unsure', () => {
    const unsure = [0.5, 0.6, 0.5, 0.6].map((sure) => look(name, 12, sure));
    expect(said(...unsure)).toBeUndefined();
  });

  it('end the name where the next label begins', () => {
    const both = look(`${name}复核人：王强`);
    expect(said(both, both, both)).toBe('青岛市市立医院');
  });

  it('leave out what a stamp left behind the name, other signs each time, but not print', () => {
    const stamped = ['归草', '翔堂-', '', '甩亭'].map((rest) => look(name + rest));
    expect(said(...stamped)).toBe('青岛市市立医院');
    expect(said(...['东区', '东区', '东区', ''].map((rest) => look(name + rest)))).toBeUndefined();
    expect(said(...['（东', '（东', '（车'].map((rest) => look(name + rest)))).toBeUndefined();
  });

  it('keep the bracket that closes one, however unsure, and not the one that closes nothing', () => {
    const [own, other] = ['附属医院(四川省中医医院)', '四川省中医医院)'];
    const unsure = (text: string) => [...text].map((_, at) => (at < text.length - 1 ? 0.97 : 0.6));
    expect(hospitalEnd(own, unsure(own))).toBe(own.length);
    expect(hospitalEnd(other, unsure(other))).toBe(other.length - 1);
  });

  it('say no name in which a character must be missing', () => {
    for (const whole of ['交大医学院附属瑞金医院', '广东省第二人民医院', '卫健委直属医院'])
      expect(isHospitalName(whole), whole).toBe(true);
    for (const cut of ['交大医学院属瑞金医院', '广东省第人民医院', '广东省二人民医院'])
      expect(isHospitalName(cut), cut).toBe(false);
  });

  it('show where the name stands, without its label', () => {
    const box = hospitalByLooks(page, [look(name), look(name), look(name)])?.box;
    expect(box?.x).toBeGreaterThan(0.25);
    expect(box?.y).toBeCloseTo(930 / 1200, 3);
  });
});

import { describe, expect, it } from 'vitest';
import { agreed, readPaper, vote } from './read-paper.ts';
import type { TextLine, TextPage } from './text-page.ts';

type Told = readonly [text: string, left: number, top: number, right: number, bottom: number];

/** A page as the reader tells it: recorded lines with their places, all of them read for certain. */
function page(told: readonly Told[], rotation: TextPage['rotation'] = 0, sure = 0.99): TextPage {
  const lines = told.map(([text, left, top, right, bottom]): TextLine => {
    const signs = Array.from({ length: text.length }, (_, i) => i);
    return {
      text,
      sure: signs.map(() => sure),
      at: signs.map((i) => (i + 0.5) / text.length),
      score: sure,
      quad: [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ],
    };
  });
  return { width: 1600, height: 1200, rotation, lines };
}

const values = (one: TextPage) =>
  Object.fromEntries(readPaper(one).reading.fields.map(({ name, value }) => [name, value]));

const with_ = (told: readonly Told[], from: string, to: string): Told[] =>
  told.map(([text, ...place]) => [text.replace(from, to), ...place]);

const idFront: readonly Told[] = [
  ['姓名王桂兰', 290, 311, 568, 371],
  ['性别女', 290, 396, 473, 457],
  ['民族汉', 551, 399, 718, 456],
  ['出生', 296, 488, 373, 533],
  ['1949年3月8日', 415, 489, 816, 535],
  ['住址', 298, 575, 374, 617],
  ['浙江省杭州市西湖区文新街道', 417, 574, 929, 620],
  ['竞舟路八十八号', 419, 631, 700, 677],
  ['330106194903086844', 629, 833, 1240, 879],
  ['公民身份号码', 297, 840, 511, 888],
];

const invoice: readonly Told[] = [
  ['浙江省医疗门诊收费票据（电子）', 486, 244, 1093, 291],
  ['票据代码：33060125', 142, 315, 377, 351],
  ['票据号码：0048217365', 1058, 316, 1318, 349],
  ['交款人统一社会信用代码：', 141, 355, 423, 388],
  ['校验码：8f3cla', 1057, 352, 1236, 390],
  ['交款人：王桂兰', 143, 393, 316, 425],
  ['开票日期：2026-10-14', 1056, 391, 1310, 428],
  ['金额（元）', 600, 450, 710, 481],
  ['18.00', 657, 488, 725, 520],
  ['867.90', 643, 525, 726, 558],
  ['金额合计（大写）捌佰捌拾伍元玖角整', 156, 695, 570, 729],
  ['（小写）885.90', 978, 696, 1141, 728],
  ['收款单位（章）：浙江省示范人民医院用章', 140, 930, 589, 967],
];

const stay: readonly Told[] = [
  ...with_(invoice, '门诊', '住院'),
  ['住院时间：2026-10-02至2026-10-14', 200, 745, 620, 781],
  ['住院天数：12', 642, 745, 862, 782],
];

const card: readonly Told[] = [
  ['中国工商银行', 302, 312, 647, 369],
  ['储蓄卡', 1182, 310, 1307, 365],
  ['6222020006166937570', 308, 639, 1256, 697],
  ['VALIDTHRU08/31', 646, 761, 943, 794],
];

describe('An identity card', () => {
  it('gives name, birth, address and number', () => {
    expect(values(page(idFront))).toEqual({
      name: '王桂兰',
      sex: '女',
      ethnicity: '汉',
      birthDate: '1949-03-08',
      address: '浙江省杭州市西湖区文新街道竞舟路八十八号',
      idNumber: '330106194903086844',
    });
  });

  it('gives no number with a wrong check digit, of 15 digits, or cut out of a longer one', () => {
    for (const wrong of ['330106194903086845', '330106490308684', '3301061949030868441']) {
      expect(values(page(with_(idFront, '330106194903086844', wrong)))).not.toHaveProperty(
        'idNumber',
      );
    }
  });

  it('gives neither birth nor number where the two differ', () => {
    const read = values(page(with_(idFront, '1949年3月8日', '1949年3月9日')));
    expect(read).not.toHaveProperty('idNumber');
    expect(read).not.toHaveProperty('birthDate');
  });

  it('gives no name that begins with no family name, and nothing that was hardly read', () => {
    expect(values(page(with_(idFront, '王桂兰', '草桂兰')))).not.toHaveProperty('name');
    expect(values(page(idFront, 0, 0.5))).not.toHaveProperty('name');
  });

  it('gives a name beside 姓 alone: a crease took the rest of the label away', () => {
    const rest = idFront.slice(1);
    const creased: Told[] = [['姓', 290, 311, 380, 371], ['宋文荣', 400, 311, 568, 371], ...rest];
    expect(values(page(creased))).toHaveProperty('name', '宋文荣');
  });

  it('gives names with 月 in them and names without a family name, and no long one that lost its dot', () => {
    const named = (name: string, nation = '汉') =>
      values(page(with_(with_(idFront, '王桂兰', name), '民族汉', `民族${nation}`)))['name'];
    expect(named('范龙月')).toBe('范龙月');
    expect(named('乌云其木格', '蒙古')).toBe('乌云其木格');
    expect(named('古丽娜尔·艾合买提', '维吾尔')).toBe('古丽娜尔·艾合买提');
    expect(named('巴合提哈力', '哈萨克')).toBeUndefined();
    expect(named('姓名王桂')).toBeUndefined();
  });

  it('gives the whole address where its label stands in one box with the first line', () => {
    const [name, ...rest] = idFront.filter(([text]) => text !== '住址');
    const told = with_([...(name ? [name] : []), ...rest], '浙江省', '住址浙江省').map(
      ([text, left, ...place]): Told => [text, text.startsWith('住址') ? 298 : left, ...place],
    );
    expect(values(page(told))).toHaveProperty(
      'address',
      '浙江省杭州市西湖区文新街道竞舟路八十八号',
    );
  });

  it('names the authority and days of its back', () => {
    const back: readonly Told[] = [
      ['居民身份证', 600, 300, 1000, 380],
      ['签发机关', 300, 700, 450, 740],
      ['杭州市公安局西湖分局', 500, 700, 880, 740],
      ['有效期限', 300, 800, 450, 840],
      ['2012.05.16-2032.05.16', 500, 800, 900, 840],
    ];
    expect(values(page(back))).toEqual({
      issuer: '杭州市公安局西湖分局',
      validFrom: '2012-05-16',
      validTo: '2032-05-16',
    });
    expect(values(page(with_(back, '2032', '2031')))).not.toHaveProperty('validTo');
  });
});

describe('A bank card', () => {
  it('gives number and bank', () => {
    expect(values(page(card))).toEqual({
      cardNumber: '6222020006166937570',
      bank: '中国工商银行',
      validThru: '08/31',
    });
  });

  it('gives a number in groups, however wide the spaces, and none where a group is hidden', () => {
    const [bank, kind] = card;
    const groups = (...at: readonly number[]): Told[] => [
      ...(bank && kind ? [bank, kind] : []),
      ...['6222', '0200', '0616', '6937', '570'].map((text, i): Told => {
        const left = at[i] ?? 0;
        return [text, left, 639, left + text.length * 30, 697];
      }),
    ];
    const wide = groups(300, 500, 700, 900, 1100);
    expect(values(page(wide))).toHaveProperty('cardNumber', '6222020006166937570');
    expect(values(page(groups(300, 500, 700, 1100, 1300)))).not.toHaveProperty('cardNumber');
    expect(values(page(wide.filter(([text]) => text !== '0616')))).not.toHaveProperty('cardNumber');
  });

  it('gives no number whose check digit or length is wrong', () => {
    for (const wrong of ['6222020006166937571', '622202000616693', '62220200061669375700']) {
      const read = values(page(with_(card, '6222020006166937570', wrong)));
      expect(read).not.toHaveProperty('cardNumber');
    }
  });
});

describe('An invoice', () => {
  it('gives sum, day, patient and hospital, without what a stamp left behind the name', () => {
    expect(values(page(invoice))).toEqual({
      title: '浙江省医疗门诊收费票据（电子）',
      invoiceCode: '33060125',
      invoiceNumber: '0048217365',
      patientName: '王桂兰',
      invoiceDate: '2026-10-14',
      totalFen: 88_590,
      hospital: '浙江省示范人民医院',
    });
  });

  it('gives a hospital whose name a stamp parted, whole, and not the half before a bracket', () => {
    const parted = (first: string, second: string): Told[] => [
      ...invoice.filter(([text]) => !text.startsWith('收款单位')),
      [`收款单位（童）：${first}`, 140, 930, 560, 967],
      [second, 556, 930, 760, 967],
      ['复核人：李芳', 900, 930, 1060, 967],
    ];
    const hospital = (first: string, second: string) =>
      values(page(parted(first, second)))['hospital'];
    expect(hospital('浙江大学医学院附属第一', '一医院')).toBe('浙江大学医学院附属第一医院');
    expect(hospital('成都中医药大学附属医院', '（四川省中医医院）')).toBe(
      '成都中医药大学附属医院（四川省中医医院）',
    );
    expect(hospital('成都中医药大学附属医院', '（四川省中')).toBeUndefined();
    // 一 was not read.
    expect(hospital('西安交通大学第', '附属医院')).toBeUndefined();
  });

  it('takes off what the words and the edge of a stamp leave behind any kind of hospital', () => {
    const behind = (name: string) =>
      values(page(with_(invoice, '浙江省示范人民医院用章', name)))['hospital'];
    expect(behind('清河乡卫生院收费专用章')).toBe('清河乡卫生院');
    expect(behind('余姚市第四人民医院）')).toBe('余姚市第四人民医院');
    expect(behind('余姚市第四人民医院、“')).toBe('余姚市第四人民医院');
    expect(behind('余姚市第四人民医院建务专用）')).toBe('余姚市第四人民医院');
    expect(behind('附属医院（四川省中医医院）')).toBe('附属医院（四川省中医医院）');
    expect(behind('余姚市第四人民医院门诊')).toBeUndefined();
  });

  it('gives a hospital whose label was read with other characters, but not what stands in a table', () => {
    const under = (label: string) =>
      values(page(with_(invoice, '收款单位（章）', label)))['hospital'];
    for (const label of ['收单位（章）', '农社单位', '款单位（C）'])
      expect(under(label)).toBe('浙江省示范人民医院');
    expect(under('数量/单位')).toBeUndefined();
  });

  it('gives no sum that nothing else on the paper agrees with', () => {
    const figures = with_(invoice, '885.90', '865.90');
    // The words and the items still agree.
    expect(values(page(figures))).toHaveProperty('totalFen', 88_590);
    expect(values(page(with_(figures, '捌佰捌拾', '捌佰叁拾')))).not.toHaveProperty('totalFen');
  });

  it('gives the days of a stay, and neither where the paper counts other days', () => {
    expect(readPaper(page(stay)).reading.kind).toBe('invoice-inpatient');
    expect(values(page(stay))).toMatchObject({
      admittedOn: '2026-10-02',
      dischargedOn: '2026-10-14',
    });
    expect(values(page(with_(stay, '天数：12', '天数：21')))).not.toHaveProperty('admittedOn');
    expect(values(page(with_(stay, '10-02至', '10-32至')))).not.toHaveProperty('admittedOn');
  });

  it('shows where each value stands in the picture, also in one that lies on its side', () => {
    const total = (rotation: TextPage['rotation']) =>
      readPaper(page(invoice, rotation)).reading.fields.find(({ name }) => name === 'totalFen')
        ?.box;
    const upright = total(0);
    expect(upright?.y).toBeCloseTo(696 / 1200, 3);
    expect(upright?.x).toBeGreaterThan(978 / 1600);
    expect(total(180)?.y).toBeCloseTo(1 - 728 / 1200, 3);
    expect(total(90)?.x).toBeCloseTo(696 / 1200, 3);
  });
});

describe('Two looks at one paper', () => {
  it('keep what both say', () => {
    const first = readPaper(page(card)).reading;
    const second = readPaper(page(with_(card, '08/31', '06/31'))).reading;
    expect(agreed(first, second).fields.map(({ name }) => name)).toEqual(['cardNumber', 'bank']);
  });
});

describe('More looks at what two did not agree on', () => {
  const look = (hospital: string) => {
    const finding = readPaper(page(with_(invoice, '浙江省示范人民医院用章', hospital)));
    return { finding, again: [...(finding.linesOf.get('hospital') ?? [])] };
  };
  const [right, wrong, none] = [look('昆山市第五医院'), look('昆山市第三医院'), look('昆山市第')];
  const say = (...looks: readonly (typeof right)[]) =>
    vote(
      looks.map(({ finding }) => finding),
      ['hospital'],
      right.again,
    ).map(({ value }) => value);

  it('give what two say and nobody denies, or three against one', () => {
    expect(say(right, none, right, none)).toEqual(['昆山市第五医院']);
    expect(say(right, wrong, right, right)).toEqual(['昆山市第五医院']);
  });

  it('give nothing where two stand against one, or two', () => {
    expect(say(wrong, right, wrong, none)).toEqual([]);
    expect(say(wrong, right, wrong, right)).toEqual([]);
    expect(say(right, none, none, none)).toEqual([]);
  });
});

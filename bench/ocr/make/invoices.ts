import type { Random } from '../../senior/random.ts';
import { box, rule, sheet, write, type Ink, type Paper } from './draw.ts';
import { between, day, digits, hospital, inWords, person, pick, PROVINCES, yuan } from './words.ts';

export const HAN = ['Noto Sans CJK SC', 'Noto Serif CJK SC', 'Droid Sans Fallback'];
const VISIT_ITEMS = [
  '诊查费',
  '西药费',
  '中成药费',
  '化验费',
  '检查费',
  '治疗费',
  '卫生材料费',
  '放射费',
  '一般诊疗费',
  '手术费',
];
const STAY_ITEMS = [
  '床位费',
  '诊查费',
  '检查费',
  '化验费',
  '治疗费',
  '手术费',
  '护理费',
  '卫生材料费',
  '西药费',
  '中药饮片',
  '中成药费',
  '麻醉费',
  '其他住院费用',
];

export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
export const dayIn = (iso: string, style: number): string => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return (
    [
      iso,
      `${year}年${month}月${date}日`,
      `${year}${month}${date}`,
      `${year}.${month}.${date}`,
      `${year}/${month}/${date}`,
    ][style] ?? iso
  );
};

function stamp(random: Random, x: number, y: number, words: string): string {
  const colour = pick(random, ['#d2484c', '#c8324a', '#e0605a']);
  const opacity = between(random, 45, 80) / 100;
  return `<g transform="translate(${x} ${y}) rotate(${between(random, -14, 14)})" opacity="${opacity}"><ellipse rx="${between(random, 88, 105)}" ry="${between(random, 58, 70)}" fill="none" stroke="${colour}" stroke-width="4"/>${write(words, 0, 40, { size: 22, fill: colour, anchor: 'middle' })}${random.chance(0.5) ? write('财务专用', 0, 4, { size: 20, fill: colour, anchor: 'middle' }) : ''}</g>`;
}

function code(random: Random, x: number, y: number, size: number): string {
  const cell = size / 29;
  let out = '';
  for (let row = 0; row < 29; row += 1)
    for (let column = 0; column < 29; column += 1)
      if (random.chance(0.5))
        out += box(x + column * cell, y + row * cell, cell + 0.2, cell + 0.2, '#111');
  return out;
}

interface Sum {
  items: readonly (readonly [string, number])[];
  total: number;
  fund: number;
  other: number;
  account: number;
  cash: number;
}

function sumOf(random: Random, isStay: boolean): Sum {
  const names = [...(isStay ? STAY_ITEMS : VISIT_ITEMS)]
    .sort(() => random.even() - 0.5)
    .slice(0, between(random, 2, isStay ? 12 : 7));
  const items = names.map(
    (name) => [name, between(random, 200, isStay ? 900_000 : 60_000)] as const,
  );
  const total = items.reduce((sum, [, fen]) => sum + fen, 0);
  const fund = Math.floor(total * random.even() * 0.8);
  const other = random.chance(0.3) ? Math.floor((total - fund) * 0.2) : 0;
  const account = Math.floor((total - fund - other) * random.even());
  return { items, total, fund, other, account, cash: total - fund - other - account };
}

/** A medical e-invoice, of a visit or a stay, in one of several layouts that provinces use. */
export function invoice(random: Random, isStay: boolean): Paper {
  const [width, height] = [1400, isStay ? between(random, 860, 940) : between(random, 780, 840)];
  const { name, sex } = person(random);
  const place = hospital(random);
  const sum = sumOf(random, isStay);
  const [made, admitted] = isStay
    ? (() => {
        const from = day(random, 2024, 2026);
        return [addDays(from, between(random, 2, 30)), from] as const;
      })()
    : ([day(random, 2024, 2026), ''] as const);
  const paperCode = digits(random, 8);
  const number = digits(random, 10);
  const check = Array.from({ length: 6 }, () => pick(random, [...'0123456789abcdef'])).join('');
  const province = pick(random, PROVINCES);
  const title = `${province}医疗${isStay ? '住院' : '门诊'}收费票据（电子）`;
  const font = pick(random, HAN);
  const colour = pick(random, ['#7a4a1e', '#6b3a18', '#333333', '#7d2f2f', '#2f4f6b']);
  const size = between(random, 19, 23);
  const label: Ink = { size, font, fill: colour };
  const text: Ink = { size, font, fill: '#1a1a1a' };
  const colon = pick(random, ['：', '：', ':']);
  const pair = (key: string, value: string, x: number, y: number, ink = text): string =>
    write(`${key}${colon}`, x, y, { ...label, size: ink.size }) +
    write(value, x + ([...key].length + (colon === ':' ? 0.35 : 1)) * ink.size, y, ink);
  const style = pick(random, [0, 0, 0, 1]);
  const left = 44;
  const right = width - 44;
  const side = between(random, 930, 970);
  const top = between(random, 122, 140);
  const lead = size * 1.72;
  const isSwapped = random.chance(0.3);
  const head = isSwapped
    ? [
        pair('票据代码', paperCode, left, top),
        pair('校验码', check, left, top + lead),
        pair('交款人', name, left, top + 2 * lead),
        pair('票据号码', number, side, top),
        pair('交款人统一社会信用代码', '', side, top + lead),
        pair('开票日期', dayIn(made, style), side, top + 2 * lead),
      ]
    : [
        pair('票据代码', paperCode, left, top),
        pair('交款人统一社会信用代码', '', left, top + lead),
        pair('交款人', name, left, top + 2 * lead),
        pair('票据号码', number, side, top),
        pair('校验码', check, side, top + lead),
        pair('开票日期', dayIn(made, style), side, top + 2 * lead),
      ];
  const tableTop = top + 2.6 * lead;
  const rowsFrom = tableTop + lead * 1.7;
  const half = random.chance(0.8) ? Math.ceil(sum.items.length / 2) : sum.items.length;
  const rows = sum.items.map(([item, fen], i) => {
    const x = i < half ? left + 12 : width / 2 + 12;
    const y = rowsFrom + (i < half ? i : i - half) * lead;
    return (
      write(item, x, y, text) +
      write('1', x + 280, y, text) +
      write(yuan(fen), x + 540, y, { ...text, anchor: 'end' })
    );
  });
  const headings = [0, width / 2 - left].map(
    (x) =>
      write('项目名称', left + 12 + x, tableTop + lead * 0.75, label) +
      write('数量/单位', left + 220 + x, tableTop + lead * 0.75, label) +
      write('金额（元）', left + 450 + x, tableTop + lead * 0.75, label) +
      write('备注', left + 580 + x, tableTop + lead * 0.75, label),
  );
  const totalY = Math.max(
    rowsFrom + Math.max(half, sum.items.length - half) * lead + 26,
    tableTop + 190,
  );
  const sign = pick(random, ['', '', '¥', '￥']);
  const total =
    write('金额合计（大写）', left + 12, totalY, label) +
    write(inWords(sum.total), left + 12 + 8.1 * size, totalY, text) +
    write('（小写）', side - 90, totalY, label) +
    write(sign + yuan(sum.total), side - 90 + 4 * size, totalY, text);
  const small: Ink = { ...text, size: size - 2 };
  const pays = random.chance(0.8);
  const others: (readonly [string, string])[] = [
    ['业务流水号', digits(random, 12)],
    isStay ? ['住院号', digits(random, 8)] : ['门诊号', `MZ${digits(random, 11)}`],
    ['医疗机构类型', pick(random, ['综合医院', '三级甲等', '中医医院', '乡镇卫生院'])],
    ['性别', sex],
    ['医保类型', pick(random, ['职工医保', '城乡居民医保', '自费'])],
    ['医保编号', digits(random, 8)],
    ...(isStay
      ? [
          ['住院时间', `${dayIn(admitted, 2)}-${dayIn(made, 2)}`] as const,
          ['住院科别', pick(random, ['骨科', '心血管内科', '普外科'])] as const,
          ['预缴金额', yuan(between(random, 100_000, 900_000))] as const,
          ['补缴金额', '0.00'] as const,
          ['退费金额', '0.00'] as const,
        ]
      : [['就诊日期', dayIn(made, 2)] as const]),
    ...(pays
      ? [
          ['医保统筹基金支付', yuan(sum.fund)] as const,
          ['其他支付', yuan(sum.other)] as const,
          ['个人账户支付', yuan(sum.account)] as const,
          ['个人现金支付', yuan(sum.cash)] as const,
          ['个人自付', yuan(Math.floor(sum.cash * 0.7))] as const,
          ['个人自费', yuan(sum.cash - Math.floor(sum.cash * 0.7))] as const,
        ]
      : []),
  ];
  const otherTop = totalY + 62;
  const details = others.map(([key, value], i) =>
    pair(key, value, left + 60 + (i % 3) * 430, otherTop + Math.floor(i / 3) * lead, small),
  );
  const bottom = otherTop + Math.ceil(others.length / 3) * lead - 8;
  // Below everything else, however long the list: one print over another could be read by nobody.
  const foot = bottom + 40;
  const payee =
    pair(random.chance(0.7) ? '收款单位（章）' : '收款单位', place, left, foot) +
    pair('复核人', pick(random, ['李芳', '王强', '']), width / 2 + 110, foot) +
    pair('收款人', pick(random, ['自助机03', '张敏', 'SYS']), width / 2 + 390, foot);
  const hasStamp = random.chance(0.6);
  const inside = [
    box(
      0,
      0,
      width,
      Math.max(height, foot + 30),
      pick(random, ['#fffefa', '#fbfaf3', '#f6faf4', '#fdf6f2']),
    ),
    write(title, width / 2, 78, {
      size: between(random, 36, 44),
      font: pick(random, HAN),
      weight: 700,
      fill: colour,
      anchor: 'middle',
    }),
    code(random, width - 170, 24, 112),
    hasStamp || random.chance(0.3) ? stamp(random, width / 2, 118, '监制章') : '',
    ...head,
    ...headings,
    ...rows,
    total,
    ...details,
    payee,
    rule(left, tableTop, right, tableTop, colour) +
      rule(left, totalY - size * 1.4, right, totalY - size * 1.4, colour) +
      rule(left, totalY + size * 0.7, right, totalY + size * 0.7, colour) +
      rule(left, bottom, right, bottom, colour) +
      rule(left, tableTop, left, bottom, colour) +
      rule(right, tableTop, right, bottom, colour),
    ...[...'其他信息'].map((sign_, i) => write(sign_, left + 14, totalY + 60 + i * lead, label)),
    hasStamp ? stamp(random, left + between(random, 240, 420), foot - 18, '收费专用章') : '',
  ].join('');
  const fields: Record<string, string> = {
    title,
    code: paperCode,
    number,
    checkCode: check,
    payer: name,
    date: made,
    total: yuan(sum.total),
    hospital: place,
  };
  if (pays)
    Object.assign(fields, {
      fundPay: yuan(sum.fund),
      otherPay: yuan(sum.other),
      accountPay: yuan(sum.account),
      cashPay: yuan(sum.cash),
    });
  if (isStay) Object.assign(fields, { admitted, discharged: made });
  const tall = Math.max(height, foot + 30);
  return {
    type: isStay ? 'invoice_inpatient' : 'invoice',
    fields,
    svg: sheet(width, tall, inside),
    width,
    height: tall,
  };
}

import type { Random } from '../../senior/random.ts';
import { box, sheet, waves, write, type Ink, type Paper } from './draw.ts';
import { bankCard, between, day, digits, office, person, pick } from './words.ts';

const [WIDTH, HEIGHT] = [1140, 719];
const HAN = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'Droid Sans Fallback',
  'Noto Sans Mono CJK SC',
];
const FIGURES = [
  'Liberation Mono',
  'DejaVu Sans Mono',
  'Nimbus Mono PS',
  'Noto Sans Mono',
  'Liberation Sans',
  'DejaVu Sans',
];

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines;
}

const idGround = (random: Random): string =>
  box(0, 0, WIDTH, HEIGHT, pick(random, ['#eef2f6', '#e9f0ee', '#f2f0f4', '#e4edf5'])) +
  waves(
    WIDTH,
    HEIGHT,
    pick(random, ['#9db4c4', '#b7a9c9', '#9fc0b0']),
    between(random, 6, 14),
    0.35,
  );

/** The side of an identity card with name and number. */
export function idFront(random: Random): Paper {
  const one = person(random);
  const font = pick(random, HAN);
  const label: Ink = {
    size: between(random, 30, 36),
    font,
    fill: pick(random, ['#3a6ea5', '#4478a8', '#2f6f8f']),
  };
  const text: Ink = { size: between(random, 36, 42), font, fill: '#161616' };
  const [x, from] = [between(random, 60, 84), between(random, 178, 204)];
  const step = between(random, 80, 92);
  const top = between(random, 96, 120);
  const [year = '', month = '', dayOf = ''] = one.birth.split('-');
  const at = (n: number): number => top + n * step;
  const gap = random.chance(0.6) ? 2 : between(random, 6, 14);
  const unit = text.size;
  const address = wrap(one.address, between(random, 10, 13)).map((line, i) =>
    write(line, from, at(3) + i * unit * 1.42, text),
  );
  // Minority regions print a second script above the labels.
  const second = random.chance(0.12)
    ? ['Singq Mingz', 'Singqbied', 'Seng', 'Dieg'].map((word, i) =>
        write(word, x, at(i) - label.size - 2, {
          size: 17,
          font: 'Liberation Serif',
          fill: '#333',
        }),
      )
    : [];
  const inside = [
    idGround(random),
    box(770, 92, 300, 374, '#dfe6ec') +
      `<circle cx="920" cy="235" r="78" fill="#8d969e"/><path d="M786 466q10-140 134-140t134 140z" fill="#6f7a84"/>`,
    write('姓名', x, at(0), label) +
      write(one.name, from, at(0), { ...text, size: text.size + 4, spacing: gap }),
    write('性别', x, at(1), label) + write(one.sex, from, at(1), text),
    write('民族', x + 258, at(1), label) + write(one.ethnicity, x + 370, at(1), text),
    write('出生', x, at(2), label) +
      write(year, from, at(2), text) +
      write('年', from + 112, at(2), label),
    write(String(Number(month)), from + 170, at(2), text) + write('月', from + 240, at(2), label),
    write(String(Number(dayOf)), from + 296, at(2), text) + write('日', from + 366, at(2), label),
    write('住址', x, at(3), label),
    ...address,
    ...second,
    write('公民身份号码', x, 632, label) +
      write(one.idNumber, 400, 632, {
        size: 50,
        font: pick(random, FIGURES),
        spacing: between(random, 2, 6),
        weight: pick(random, [400, 700]),
      }),
  ].join('');
  const { name, sex, ethnicity, birth, address: home, idNumber } = one;
  return {
    type: 'id_front',
    fields: { name, sex, ethnicity, birth, address: home, idNumber },
    svg: sheet(WIDTH, HEIGHT, inside, 34),
    width: WIDTH,
    height: HEIGHT,
  };
}

/** The side with the emblem. */
export function idBack(random: Random): Paper {
  const issuer = office(random);
  const validFrom = day(random, 2008, 2026);
  const years = pick(random, [5, 10, 20, 0]);
  const validTo =
    years === 0 ? '长期' : `${Number(validFrom.slice(0, 4)) + years}${validFrom.slice(4)}`;
  const font = pick(random, HAN);
  const size = between(random, 34, 40);
  const [x, from, y] = [
    between(random, 210, 260),
    between(random, 400, 440),
    between(random, 520, 545),
  ];
  const dots = (text: string): string => text.replaceAll('-', '.');
  const inside = [
    idGround(random),
    '<ellipse cx="176" cy="170" rx="92" ry="100" fill="#c9424a"/><ellipse cx="176" cy="166" rx="72" ry="76" fill="#b4323c" stroke="#e0a34a" stroke-width="8"/>',
    write('中华人民共和国', 630, 150, {
      size: 62,
      font: 'Noto Serif CJK SC',
      weight: 700,
      anchor: 'middle',
      spacing: 8,
    }),
    write('居民身份证', 630, 265, {
      size: 80,
      font: 'Noto Serif CJK SC',
      weight: 700,
      anchor: 'middle',
      spacing: between(random, 16, 40),
    }),
    write('签发机关', x, y, { size, font }) + write(issuer, from, y, { size, font }),
    write('有效期限', x, y + 96, { size, font }) +
      write(`${dots(validFrom)}-${dots(validTo)}`, from, y + 96, { size, font }),
  ].join('');
  return {
    type: 'id_back',
    fields: { issuer, validFrom, validTo },
    svg: sheet(WIDTH, HEIGHT, inside, 34),
    width: WIDTH,
    height: HEIGHT,
  };
}

const GROUNDS = [
  ['#a8142a', '#7c0d1e'],
  ['#0b6b4f', '#074a37'],
  ['#1f3f86', '#142a5c'],
  ['#d9dde2', '#b9c0c8'],
  ['#c9a24d', '#96742c'],
  ['#2b2b31', '#17171b'],
  ['#e8e2d5', '#cfc6b2'],
  ['#b3402f', '#8a2a1d'],
] as const;

/** A bank card's front: embossed or flat, of light and of dark colours, its number in groups or in one. */
export function bank(random: Random): Paper {
  const { bank: name, cardNumber } = bankCard(random);
  const [light, dark] = pick(random, GROUNDS);
  const isPale = /^#[c-e]/.test(light) && light !== '#c9a24d';
  const fill = isPale ? '#2a2a2e' : pick(random, ['#f4f1ea', '#d9d6cf', '#e8dcae']);
  const isEmbossed = random.chance(0.5);
  const style = between(random, 0, 3);
  const groups =
    style === 0
      ? cardNumber
      : style === 1 && cardNumber.length > 16
        ? `${cardNumber.slice(0, 6)} ${cardNumber.slice(6)}`
        : (cardNumber.match(/.{1,4}/g) ?? []).join(random.chance(0.5) ? '  ' : ' ');
  const figures: Ink = {
    size: between(random, 54, 64),
    font: pick(random, FIGURES),
    weight: pick(random, [400, 700]),
    fill,
    spacing: between(random, 0, 4),
  };
  const room = 1020 / ((groups.length + 1) * 0.63);
  figures.size = Math.min(figures.size, room - (figures.spacing ?? 0));
  const y = pick(random, [400, 440, 470]);
  const number = isEmbossed
    ? write(groups, 72, y + 3, { ...figures, fill: isPale ? '#f8f8f8' : '#00000088' }) +
      write(groups, 70, y - 2, { ...figures, fill: isPale ? '#88888c' : '#ffffff66' }) +
      write(groups, 71, y, figures)
    : write(groups, 71, y, figures);
  const hasDay = random.chance(0.7);
  const thru = `${String(between(random, 1, 12)).padStart(2, '0')}/${between(random, 27, 39)}`;
  const inside = [
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>`,
    box(0, 0, WIDTH, HEIGHT, 'url(#g)') +
      waves(WIDTH, HEIGHT, '#ffffff', between(random, 24, 90), between(random, 5, 22) / 100),
    write(name, 70, 112, {
      size: Math.min(56, 620 / name.length),
      font: pick(random, HAN),
      weight: 700,
      fill,
    }),
    write(pick(random, ['储蓄卡', '借记卡', '信用卡', 'DEBIT', '']), 1070, 108, {
      size: 36,
      fill,
      anchor: 'end',
    }),
    box(88, 210, 130, 100, '#d8be74', 'rx="12"'),
    random.chance(0.3)
      ? write('Quick Pass', 900, 270, { size: 24, font: 'Liberation Sans', fill })
      : '',
    number,
    hasDay
      ? write(
          pick(random, ['VALID THRU ', '有效期至 ', 'GOOD THRU ']) + thru,
          pick(random, [90, 420]),
          y + 92,
          { size: 30, font: 'Liberation Mono', fill },
        )
      : '',
    random.chance(0.3)
      ? write(pick(random, ['ZHANG WEI', 'CARDHOLDER NAME', 'LI/XIUYING']), 90, y + 170, {
          size: 32,
          font: 'Liberation Mono',
          fill,
        })
      : '',
    random.chance(0.25)
      ? write(`客服热线 ${pick(random, ['95588', '95599', '95533', '95566'])}`, 90, 680, {
          size: 22,
          fill,
        })
      : '',
    random.chance(0.2)
      ? write(digits(random, 4), 90, y + 40, { size: 22, font: 'Liberation Sans', fill })
      : '',
    write('UnionPay', 850, 655, { size: 28, font: 'Liberation Sans', weight: 700, fill }) +
      write('银联', 985, 656, { size: 44, weight: 700, fill }),
  ].join('');
  return {
    type: 'bank',
    fields: { cardNumber, bank: name, ...(hasDay ? { validThru: thru } : {}) },
    svg: sheet(WIDTH, HEIGHT, inside, 34),
    width: WIDTH,
    height: HEIGHT,
  };
}

import sharp, { type Sharp } from 'sharp';
import { lineOf, randomOf } from './drawn-papers.ts';

/**
 * Photos for the advice that looks at the whole paper: where it ends, what it is, what hides its print. Everything about
 * them comes from their seed: papers, inks, tables, what else lies there, how the phone is held.
 */

const [W, H] = [1600, 1200];

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;
const between = (random: Random, low: number, high: number) => low + random() * (high - low);

const GROUNDS = [
  '#8a6d52',
  '#3b2a20',
  '#777',
  '#40506a',
  '#9aa4a8',
  '#5d4a3a',
  '#c2b280',
  '#2e3b33',
];
/** Tables nearly as bright as paper. */
const BRIGHT_GROUNDS = ['#d9d4c8', '#cfd6d8', '#dcdcd6'];
const PAPERS = ['#f4f2ec', '#eae6da', '#e6e6e6', '#fbfaf6', '#f0e4d8', '#e4eaf2'];
const CARDS = ['#a8202c', '#1f4f8f', '#e9eef4', '#c9a45c', '#22262c', '#2f7d5b', '#e3e6ea'];

const isDark = (colour: string) => parseInt(colour.slice(1, 3), 16) < 0xd0;

function table(random: Random, ground: string): string {
  const kind = random();
  const base = `<rect width="${W}" height="${H}" fill="${ground}"/>`;
  if (kind < 0.35) return base;
  if (kind < 0.6) {
    // Wood: long soft stripes.
    const seed = Math.floor(random() * 999);
    return `<defs><filter id="w" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.08" numOctaves="3" seed="${seed}"/>
      <feColorMatrix values="0 0 0 0 0.1 0 0 0 0 0.06 0 0 0 0 0.03 0.9 0 0 0 -0.25"/></filter></defs>${base}<rect width="${W}" height="${H}" filter="url(#w)"/>`;
  }
  if (kind < 0.8) {
    const size = between(random, 50, 120);
    return `<defs><pattern id="c" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path d="M0 ${size * 0.2}H${size}M${size * 0.3} 0V${size}"
      stroke="${pick(random, ['#b33', '#36a', '#fff', '#111'])}" stroke-width="${size * 0.24}" stroke-opacity=".4"/></pattern></defs>${base}<rect width="${W}" height="${H}" fill="url(#c)"/>`;
  }
  const seed = Math.floor(random() * 999);
  return `<defs><filter id="f" x="0" y="0" width="1" height="1"><feTurbulence type="turbulence" baseFrequency="0.06" numOctaves="2" seed="${seed}"/>
    <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.5 0 0 0 0"/></filter></defs>${base}<rect width="${W}" height="${H}" filter="url(#f)"/>`;
}

export type Kind = 'card' | 'page' | 'invoice' | 'receipt';
/** Width through height. */
const SHAPES: Record<Kind, number> = { card: 1.586, page: 1.414, invoice: 1.74, receipt: 0.45 };

interface Sheet {
  kind: Kind;
  colour: string;
  ink: string;
  width: number;
  height: number;
}

/** What is written on a sheet, its top left corner at 0, 0. */
function printOf(random: Random, { kind, ink, width, height }: Sheet): string {
  const lines = { card: 6, page: 20, invoice: 16, receipt: 22 }[kind] + Math.floor(random() * 3);
  const step = (height * 0.92) / lines;
  const size = step * between(random, 0.5, 0.66);
  let text = '';
  for (let i = 0; i < lines; i++) {
    const most = (width * 0.9) / size / 1.1;
    const from = random() < 0.25 ? random() * 0.35 : 0;
    const count = Math.floor(most * between(random, 0.45, 1 - from));
    const left = width * (0.05 + 0.9 * from);
    text += lineOf(random, left, height * 0.04 + step * (i + 0.2), size, Math.max(2, count));
  }
  const frame =
    kind === 'invoice'
      ? `<path d="M${width * 0.03} ${height * 0.22}H${width * 0.97}V${height * 0.95}H${width * 0.03}Z" fill="none" stroke="#a0522d" stroke-width="3"/>`
      : '';
  const face =
    kind === 'card'
      ? `<rect x="${width * 0.68}" y="${height * 0.12}" width="${width * 0.25}" height="${height * 0.5}" fill="#9aa" />`
      : '';
  return `${face}<g stroke="${ink}">${text}</g>${frame}`;
}

const drawn = (svg: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">${svg}</svg>`);

export type Placed = 'whole' | 'cut';

export interface Drawn {
  picture: Sharp;
  /** In one line, for whoever looks for what went wrong. */
  about: string;
}

const other = (random: Random): string => {
  const kind = pick(random, [
    'none',
    'none',
    'sill',
    'pen',
    'neighbour',
    'thumb',
    'phone',
  ] as const);
  const side = Math.floor(random() * 4);
  const turned = `rotate(${side * 90} ${W / 2} ${H / 2})`;
  // Along the left side before it is turned; a picture is wider than high.
  const left = side % 2 === 0 ? 0 : (W - H) / 2;
  const reach = { sill: 0.026, pen: 0.02, neighbour: 0.03, thumb: 0.1, phone: 0.035, none: 0 }[
    kind
  ];
  const wide = between(random, 0.5, 1) * reach * W + (kind === 'none' ? 0 : 8);
  const parts: Record<string, string> = {
    none: '',
    sill: `<rect x="${left}" y="-300" width="${wide}" height="2000" fill="#f0efe9"/>`,
    pen: `<rect x="${left + 8}" y="${between(random, 300, 500)}" width="16" height="420" rx="8" fill="#124"/>`,
    neighbour: `<rect x="${left - 600}" y="${between(random, 100, 500)}" width="${600 + wide}" height="520" fill="#f4f2ec"/><path d="M${left} 560V600M${left + 6} 620V660M${left + 3} 680V700" stroke="#333" stroke-width="5"/>`,
    thumb: `<ellipse cx="${left}" cy="${between(random, 450, 750)}" rx="${wide}" ry="70" fill="#d9a687"/>`,
    phone: `<rect x="${left - 300}" y="${between(random, 200, 500)}" width="${300 + wide}" height="500" rx="30" fill="#0b0b0d"/>`,
  };
  return `<g data-k="${kind}" transform="${turned}">${parts[kind]}</g>`;
};

/** A sheet that lies wholly in the picture, or runs out of it on one side or at two sides of a corner. */
export function sheetPhoto(seed: number, placed: Placed, only?: Kind): Drawn {
  const random = randomOf(seed);
  for (let i = 0; i < 7; i++) random();
  const kind = only ?? pick(random, ['card', 'page', 'invoice', 'receipt'] as const);
  const colour = pick(random, kind === 'card' ? CARDS : PAPERS);
  const isBright = random() < 0.15;
  const grounds = (isBright ? BRIGHT_GROUNDS : GROUNDS).filter((one) => one !== colour);
  const ground = pick(random, grounds);
  const ink = isDark(colour) ? '#f4f0e6' : pick(random, ['#222', '#333', '#1c2a44', '#444']);
  const shape = SHAPES[kind];
  const isUpright = kind !== 'card' && kind !== 'invoice' && kind !== 'receipt' && random() < 0.4;
  const ratio = isUpright ? 1 / shape : shape;
  const degrees = between(random, -7, 7);
  const skew = between(random, -4, 4);
  const lean = Math.abs(Math.tan(((Math.abs(degrees) + Math.abs(skew)) * Math.PI) / 180));
  // As large as the frame lets it be, or somewhat smaller.
  const room = between(random, 0.72, 0.93);
  const height = Math.min((W * room) / (ratio + lean), (H * room) / (1 + ratio * lean));
  const width = height * ratio;
  const sheet: Sheet = { kind, colour, ink, width, height };
  let grow = 1;
  let [dx, dy] = [between(random, -0.4, 0.4), between(random, -0.4, 0.4)].map(
    (share, i) => (share * ([W, H][i]! - [width + lean * height, height + lean * width][i]!)) / 2,
  ) as [number, number];
  let about = `${kind} ${colour} on ${ground}`;
  if (placed === 'cut') {
    // Some of it is lost on one side, or on two that meet.
    const lost = between(random, 0.07, 0.35);
    const side = Math.floor(random() * 6);
    grow = between(random, 1, 1.15);
    const [w, h] = [width * grow, height * grow];
    const right = W / 2 - w / 2 + lost * w;
    const low = H / 2 - h / 2 + lost * h;
    if ([0, 4].includes(side)) dx = -right;
    if ([1, 5].includes(side)) dx = right;
    if ([2, 4].includes(side)) dy = -low;
    if ([3, 5].includes(side)) dy = low;
    about += `, lost ${lost.toFixed(2)} on side ${side}`;
  }
  const extra = other(random);
  about += ` +${/data-k="(\w+)"/.exec(extra)?.[1]}`;
  const lamp = random() < 0.3 ? between(random, 0.1, 0.4) : 0;
  const angle = Math.floor(random() * 4) * 90;
  const shade = lamp
    ? `<defs><linearGradient id="l" gradientTransform="rotate(${angle} .5 .5)"><stop offset="0" stop-opacity="${lamp}"/><stop offset="1" stop-opacity="0"/></linearGradient></defs><rect width="${W}" height="${H}" fill="url(#l)"/>`
    : '';
  const svg = `${table(random, ground)}${extra}
    <g transform="translate(${W / 2 + dx} ${H / 2 + dy}) scale(${grow}) rotate(${degrees}) skewX(${skew}) translate(${-width / 2} ${-height / 2})">
    <rect x="5" y="7" width="${width}" height="${height}" rx="${kind === 'card' ? width * 0.037 : 0}" fill="#000" fill-opacity=".25"/>
    <rect width="${width}" height="${height}" rx="${kind === 'card' ? width * 0.037 : 0}" fill="${colour}"/>
    ${printOf(random, sheet)}</g>${shade}`;
  return { picture: sharp(drawn(svg)).flatten({ background: ground }), about };
}

/** A page that fills the picture: a scan, a picture of the screen with a bar above it, a photo cropped close. */
export function fullPhoto(seed: number): Drawn {
  const random = randomOf(seed);
  for (let i = 0; i < 7; i++) random();
  const kind = pick(random, ['scan', 'screen', 'cropped', 'bars'] as const);
  const colour = pick(random, PAPERS);
  const bar =
    kind === 'screen' ? between(random, 60, 140) : kind === 'bars' ? between(random, 80, 200) : 0;
  const low = kind === 'bars' ? bar : 0;
  const side = kind === 'cropped' ? between(random, 6, 26) : 0;
  const sheet: Sheet = {
    kind: pick(random, ['page', 'invoice'] as const),
    colour,
    ink: '#222',
    width: W - side,
    height: H - bar - low,
  };
  const tilt = kind === 'cropped' ? between(random, -0.6, 0.6) : 0;
  const svg = `<rect width="${W}" height="${H}" fill="${pick(random, GROUNDS)}"/>
    <g transform="translate(${side} ${bar}) rotate(${tilt})"><rect x="0" y="${kind === 'cropped' ? -40 : 0}" width="${sheet.width + 40}" height="${sheet.height + (kind === 'cropped' ? 80 : 0)}" fill="${colour}"/>${printOf(random, sheet)}</g>`;
  return { picture: sharp(drawn(svg)), about: `${kind} ${colour}` };
}

/** A whole sheet as people truly lay or hold it: on other sheets, in a sleeve, between fingers, folded, copied. */
export function heldPhoto(seed: number): Drawn {
  const random = randomOf(seed);
  for (let i = 0; i < 7; i++) random();
  const about = pick(random, ['stack', 'fingers', 'folded', 'copy', 'tiles', 'sleeve'] as const);
  const kind = about === 'copy' ? 'page' : pick(random, ['page', 'invoice'] as const);
  const colour = pick(random, PAPERS);
  const ground = pick(random, about === 'tiles' ? BRIGHT_GROUNDS : GROUNDS);
  const height = between(random, 780, 950) / (kind === 'invoice' ? 1.15 : 1);
  const sheet: Sheet = { kind, colour, ink: '#2b2b2b', width: height * SHAPES[kind], height };
  const { width } = sheet;
  const [x, y] = [W / 2 - width / 2 + between(random, -40, 40), H / 2 - height / 2];
  const degrees = between(random, -4, 4);
  const shade = `<rect x="4" y="6" width="${width}" height="${height}" fill="#000" fill-opacity=".3"/>`;
  const paper = `${shade}<rect width="${width}" height="${height}" fill="${colour}"/>`;
  const under = {
    stack: () => {
      const [dx, dy] = [between(random, -500, 500), between(random, 200, 500)];
      return `<g transform="translate(${x + dx} ${y + dy}) rotate(${between(random, -12, 12)})"><rect width="${width}" height="${height}" fill="${pick(random, PAPERS)}"/>${printOf(random, sheet)}</g>`;
    },
    tiles: () =>
      `<path d="M0 ${between(random, 100, 300)}H1600M0 ${between(random, 700, 900)}H1600M${between(random, 200, 500)} 0V1200M${between(random, 900, 1300)} 0V1200" stroke="#8d8a82" stroke-width="9"/>`,
    sleeve: () =>
      `<g transform="translate(${x} ${y}) rotate(${degrees})"><rect x="-60" y="-400" width="${width + 120}" height="2000" fill="#fff" fill-opacity=".35"/></g>`,
  }[about as 'stack']?.();
  const half = height * 0.42;
  const copied = [0.05, 0.53].map((top) => {
    const card: Sheet = { kind: 'card', colour, ink: '#333', width: half * 1.586, height: half };
    return `<g transform="translate(${(width - card.width) / 2} ${height * top})"><rect width="${card.width}" height="${half}" rx="20" fill="none" stroke="#999" stroke-width="3"/>${printOf(random, card)}</g>`;
  });
  const fold = between(random, 60, 160);
  const over = {
    fingers: () =>
      Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => {
        const side = Math.floor(random() * 2);
        const at = between(random, 150, 900) / (i + 1) + 150;
        return side === 0
          ? `<ellipse cx="${x - 60}" cy="${at}" rx="${between(random, 110, 190)}" ry="55" fill="#d9a687"/><rect x="-50" y="${at - 55}" width="${x}" height="110" fill="#d9a687"/>`
          : `<ellipse cx="${at + 300}" cy="${H - y + 40}" rx="60" ry="${between(random, 90, 170)}" fill="#d9a687"/><rect x="${at + 240}" y="${H - y + 30}" width="120" height="400" fill="#d9a687"/>`;
      }).join(''),
    folded: () =>
      `<g transform="translate(${x} ${y}) rotate(${degrees})"><path d="M-9 -9H${fold}L-9 ${fold}Z" fill="${ground}"/><path d="M${fold} 0V${fold}H0Z" fill="#cfcabd"/></g>`,
  }[about as 'fingers']?.();
  const svg = `${table(random, ground)}${under ?? ''}<g transform="translate(${x} ${y}) rotate(${degrees})">${paper}
    ${about === 'copy' ? copied.join('') : printOf(random, sheet)}</g>${over ?? ''}`;
  return { picture: sharp(drawn(svg)).flatten({ background: ground }), about };
}

/**
 * A reflection over the print: of a lamp, round, or of a window, long; it fades at its rim and what is under it is gone.
 * `isWhite`: on paper that is nearly as bright as the reflection itself. Without a reflection the same paper is good.
 */
export function shinyPhoto(seed: number, hasGlare: boolean): Drawn {
  const random = randomOf(seed);
  for (let i = 0; i < 7; i++) random();
  const isWhite = random() < 0.7;
  const colour = isWhite
    ? pick(random, ['#fffdf8', '#fbfaf6', '#f4f2ec', '#f8f8f8'])
    : pick(random, ['#e6e6e6', '#eae6da', '#a8202c', '#1f4f8f']);
  const kind = isDark(colour) ? 'card' : pick(random, ['page', 'invoice', 'card'] as const);
  const ground = pick(random, GROUNDS);
  const height = kind === 'card' ? between(random, 600, 720) : kind === 'page' ? 980 : 820;
  const ink = isDark(colour) ? '#f4f0e6' : pick(random, ['#222', '#333', '#1c2a44', '#555']);
  const sheet: Sheet = { kind, colour, ink, width: height * SHAPES[kind], height };
  const print = printOf(random, sheet);
  const degrees = between(random, -5, 5);
  const [cx, cy] = [between(random, 0.2, 0.6) * sheet.width, between(random, 0.2, 0.75) * height];
  const [rx, ry] = random() < 0.7 ? [1, 1] : [between(random, 1.5, 3), 0.7];
  const size = between(random, 60, 120);
  const core = between(random, 0.35, 0.7);
  const light = hasGlare
    ? `<defs><radialGradient id="r"><stop offset="0" stop-color="#fff"/><stop offset="${core}" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
      <ellipse cx="${cx}" cy="${cy}" rx="${size * rx}" ry="${size * ry}" fill="url(#r)"/>`
    : '';
  const svg = `${table(random, ground)}<g transform="translate(${W / 2} ${H / 2}) rotate(${degrees}) translate(${-sheet.width / 2} ${-height / 2})">
    <rect width="${sheet.width}" height="${height}" rx="${kind === 'card' ? 40 : 0}" fill="${colour}"/>${print}${light}</g>`;
  return {
    picture: sharp(drawn(svg)).flatten({ background: ground }),
    about: `${kind} ${colour} ${ink} r${size.toFixed(0)} x${rx.toFixed(1)} core ${core.toFixed(2)}`,
  };
}

import sharp from 'sharp';
import type { Drawn } from './advice-photos.ts';
import { randomOf } from './drawn-papers.ts';

/** Photos of what is no paper, as they get among papers by a wrong tap in the album; all of it from the seed. */

const [W, H] = [1600, 1200];

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;
const between = (random: Random, low: number, high: number) => low + random() * (high - low);

/** A rough surface over a shape: grass, hair, wool, bark. */
function rough(random: Random, id: string, fine: number, colour: string, shape: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  return `<defs><filter id="${id}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${fine} ${fine * between(random, 0.4, 1.6)}"
    numOctaves="4" seed="${Math.floor(random() * 999)}"/><feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} 3 0 0 0 -1.2" result="n"/>
    <feComposite in="n" in2="SourceGraphic" operator="in"/></filter></defs><g filter="url(#${id})">${shape}</g>`;
}

function face(random: Random): string {
  const [x, y] = [between(random, 600, 1000), between(random, 480, 680)];
  const hair = pick(random, ['#1d1813', '#8b8680', '#3a2618']);
  const head = `<ellipse cx="${x}" cy="${y}" rx="230" ry="310" fill="${pick(random, ['#d9a687', '#e5bfa3', '#c08a66'])}"/>`;
  const cap = `<path d="M${x - 270} ${y + 40}Q${x - 260} ${y - 380} ${x} ${y - 380}T${x + 270} ${y + 40}Q${x + 180} ${y - 200} ${x} ${y - 210}T${x - 270} ${y + 40}Z" fill="${hair}"/>`;
  const eye = (dx: number) =>
    `<ellipse cx="${x + dx}" cy="${y - 30}" rx="44" ry="18" fill="#fff"/><circle cx="${x + dx}" cy="${y - 30}" r="16" fill="#2b1d14"/><path d="M${x + dx - 55} ${y - 80}Q${x + dx} ${y - 105} ${x + dx + 55} ${y - 80}" stroke="${hair}" stroke-width="14" fill="none"/>`;
  return `<path d="M${x - 460} 1200Q${x - 400} 880 ${x} 900T${x + 460} 1200Z" fill="${pick(random, ['#35507a', '#7a3535', '#ddd'])}"/>${head}${cap}${rough(random, 'h', 0.05, '#0a0806', cap)}
    ${eye(-95)}${eye(95)}<path d="M${x - 90} ${y + 170}Q${x} ${y + 215} ${x + 90} ${y + 170}" stroke="#9b4a44" stroke-width="18" fill="none"/><path d="M${x} ${y}L${x - 30} ${y + 100}H${x + 20}" stroke="#a8795c" stroke-width="8" fill="none"/>`;
}

function landscape(random: Random): string {
  const line = between(random, 450, 800);
  const hills = `<path d="M0 ${line}Q400 ${line - between(random, 80, 300)} 800 ${line - 40}T1600 ${line - between(random, 0, 200)}V1200H0Z" fill="#5b7a4a"/>`;
  const trees = Array.from({ length: 9 }, () => {
    const [x, size] = [between(random, 0, W), between(random, 60, 180)];
    return `<ellipse cx="${x}" cy="${line - 10}" rx="${size * 0.6}" ry="${size}" fill="#2f4d2a"/>`;
  }).join('');
  return `<rect width="1600" height="${line + 50}" fill="${pick(random, ['#a9c6e0', '#d8dfe4', '#f0c9a0'])}"/>${hills}${rough(random, 'g', between(random, 0.02, 0.2), '#20301a', hills)}${trees}${rough(random, 't', 0.06, '#b4c890', trees)}`;
}

function things(random: Random): string {
  return Array.from({ length: 3 + Math.floor(random() * 5) }, () => {
    const [x, y, size] = [
      between(random, 200, 1400),
      between(random, 200, 1000),
      between(random, 80, 300),
    ];
    const fill = pick(random, ['#c2452d', '#e0b04a', '#3c6e8f', '#f2efe6', '#2d2d30', '#6a8f4e']);
    return random() < 0.5
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/><circle cx="${x}" cy="${y}" r="${size * 0.7}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="6"/>`
      : `<rect x="${x - size}" y="${y - size / 2}" width="${size * 2}" height="${size}" rx="20" fill="${fill}"/>`;
  }).join('');
}

const NO_PAPERS = ['face', 'landscape', 'surface', 'things', 'sheet', 'nothing'] as const;
export type NoPaper = (typeof NO_PAPERS)[number];

/** A face, a landscape, a rough surface, things on a table, a blank sheet, or nothing at all. */
export function noPaperPhoto(seed: number, only?: NoPaper): Drawn {
  const random = randomOf(seed);
  for (let i = 0; i < 7; i++) random();
  const drawnAs = pick(random, NO_PAPERS);
  const about = only ?? drawnAs;
  const ground = pick(random, ['#8a6d52', '#b9b4a8', '#4b5a66', '#d9d4c8', '#2e3b33']);
  const all = '<rect width="1600" height="1200"/>';
  const tilt = between(random, -6, 6);
  const inside = {
    face: () => face(random),
    landscape: () => landscape(random),
    surface: () =>
      rough(
        random,
        's',
        between(random, 0.02, 0.3),
        pick(random, ['#111111', '#ffffff', '#7a5530']),
        all,
      ),
    things: () => things(random),
    sheet: () =>
      `<rect x="250" y="180" width="1100" height="800" fill="#f4f2ec" transform="rotate(${tilt} 800 600)"/>`,
    nothing: () => '',
  }[about]();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}"><rect width="${W}" height="${H}" fill="${ground}"/>${inside}</svg>`;
  return { picture: sharp(Buffer.from(svg)).flatten({ background: ground }), about };
}

import { BOUNDS, missesOf, summary, type Misses } from '../../tools/expected-misses.ts';
import { fewDisplays, windows } from './displays.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import type { Part } from './parts.ts';
import { chapters } from './requirements.ts';
import type { Requirement } from './requirements/requirement.ts';
import { routes } from './routes.ts';
import { stateOf, states } from './scene.ts';
import { scenes } from './scenes.ts';

export type Result = 'pass' | 'fail' | 'by hand';

/** What the walk found against one requirement, with the scene. */
export function findingsOf(id: string, parts: readonly Part[]): string[] {
  return parts.flatMap(({ scene, mode, findings }) =>
    findings
      .filter((finding) => finding.startsWith(`${id}: `))
      .map((finding) => `${scene}, ${mode}: ${finding}`),
  );
}

/** Ids that the walk knows and no row names: they would be found and never told. */
export function unknownIds(parts: readonly Part[]): string[] {
  const known = new Set(chapters.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  const met = new Set(parts.flatMap(({ findings }) => findings.map((f) => f.split(': ')[0] ?? '')));
  return [...met].filter((id) => !known.has(id));
}

export function allMisses(parts: readonly Part[], mode?: DisplayMode): Misses[] {
  return parts
    .filter((part) => mode === undefined || part.mode === mode)
    .flatMap((part) =>
      part.aims.map((aim) => ({
        ...missesOf(aim),
        name: `${part.scene}, ${part.mode}: ${aim.name}`,
      })),
    );
}

/** What breaks the bounds: the mean is that of the senior mode, which is made for these fingers; the rest holds in both. */
export const missesThatBreak: Readonly<Record<string, (parts: readonly Part[]) => string[]>> = {
  'D-miss-mean': (parts) => {
    const { mean } = summary(allMisses(parts, 'senior'));
    return mean > BOUNDS.mean ? [`the mean is ${mean}`] : [];
  },
  'D-miss-worst': (parts) =>
    allMisses(parts)
      .filter(({ miss }) => miss > BOUNDS.worst)
      .map(({ name, miss }) => `${name}: ${miss}`),
  'D-miss-danger': (parts) =>
    allMisses(parts)
      .filter(({ danger }) => danger > BOUNDS.danger)
      .map(({ name, danger }) => `${name}: ${danger}`),
};

function resultOf({ id, check }: Requirement, parts: readonly Part[]): Result {
  if (check.by === 'hand') return 'by hand';
  if (check.by === 'gap') return 'fail';
  if (check.by === 'walk') return findingsOf(id, parts).length > 0 ? 'fail' : 'pass';
  if (check.by === 'misses')
    return (missesThatBreak[id]?.(parts).length ?? 1) > 0 ? 'fail' : 'pass';
  return 'pass';
}

function howOf({ check }: Requirement): string {
  if (check.by === 'walk') return `the walk: ${check.how}`;
  if (check.by === 'misses') return `expected misses: ${check.how}`;
  if (check.by === 'gap') return `not built yet: ${check.how}`;
  if (check.by !== 'test') return check.how;
  return `${check.how} (${check.files.map((file) => `\`${file.replace('test/browser/', '')}\``).join(', ')})`;
}

/** Bounds that a share is told by, percent: another font moves a line, and with it a share by a tenth, but not its bound. */
const STEPS = [1, 2, 4, 8] as const;

function atMost(share: number, steps: readonly number[] = STEPS): string {
  const bound = steps.find((step) => share * 100 <= step + 1e-6);
  return bound === undefined ? `**over ${steps[steps.length - 1]} %**` : `≤ ${bound} %`;
}

/** Which states each page was met in, in either mode. */
function stateTable(): string[] {
  return [
    `| route | ${states.join(' | ')} |`,
    `|---|${states.map(() => '---').join('|')}|`,
    ...routes.map(({ path }) => {
      const met = states.map((state) =>
        scenes.some((one) => one.route === path && stateOf(one) === state) ? '✓' : '–',
      );
      return `| \`${path}\` | ${met.join(' | ')} |`;
    }),
  ];
}

function missRow(name: string, parts: readonly Part[]): string[] {
  if (allMisses(parts).length === 0) return [];
  const senior = summary(allMisses(parts, 'senior'));
  const hit = senior.danger > 1e-4 ? atMost(senior.danger, [BOUNDS.danger * 100]) : 'none near';
  const shares = [senior.mean, senior.worst, senior.neighbour];
  const cells = [name, ...shares.map((share) => atMost(share)), hit];
  return [`| ${cells.join(' | ')} |`];
}

function missTable(parts: readonly Part[]): string[] {
  return [
    '| route | mean | worst | on another | takes something away |',
    '|---|---|---|---|---|',
    ...[...routes.map(({ path }) => path), undefined].flatMap((path) =>
      missRow(
        path ? `\`${path}\`` : 'not found, not opened, crashed',
        parts.filter((part) => part.route === path),
      ),
    ),
    ...missRow('**all**', parts),
    `| **bound** | ${BOUNDS.mean * 100} % | ${BOUNDS.worst * 100} % | none | ${BOUNDS.danger * 100} % |`,
  ];
}

/** docs/conformance.md as this run makes it. */
export function render(parts: readonly Part[]): string {
  const count = (wanted: Result) =>
    chapters
      .flatMap(({ requirements }) => requirements)
      .filter((one) => resultOf(one, parts) === wanted).length;
  const sizes = windows.map(({ width, height }) => `${width} × ${height}`).join(', ');
  return [
    '# Conformance',
    '',
    'Generated by `npm run conformance`, which walks the built product in a real Chromium; `npm test` fails when this file',
    'is not what the walk finds. The ids are those of the reference that this product is built to; D- is a rule of our own.',
    'Duties of law on deadlines, data and complaints are no matter of a page’s looks and are not listed here.',
    '',
    'The walk: every route of the product, in each state that data, the network or a person can bring it to, in both modes,',
    `five text steps, two contrasts and these windows: ${sizes}.`,
    'The pages that everybody meets are shown at every combination, the others at a set in which each pair of values meets;',
    `\`npm test\` shows every page at ${fewDisplays('senior').length} of them a mode.`,
    '',
    ...stateTable(),
    '',
    'A dash: the page has no such state. Beside the routes: an address that leads nowhere, a page that does not arrive, one',
    'that fails while it is shown.',
    '',
    `**${count('pass')} pass, ${count('fail')} fail, ${count('by hand')} by hand.** By hand: the column says what a person must do before a release. What`,
    'fails is not built yet; nothing that is measured fails.',
    ...chapters.flatMap(({ title, requirements }) => [
      '',
      `## ${title}`,
      '',
      '| id | asks | result | how it is checked |',
      '|---|---|---|---|',
      ...requirements.map(
        (one) => `| ${one.id} | ${one.asks} | ${resultOf(one, parts)} | ${howOf(one)} |`,
      ),
    ]),
    '',
    '## Expected misses',
    '',
    'The share of an older finger’s taps that miss a main control, aimed at its centre: a Gaussian of σ 2.51 mm, 0.157 mm a',
    'CSS px, over the rectangles of the senior mode at its first text step, at 360 × 640 and 390 × 844. Shares are told as',
    'bounds; “on another” is the largest share that lands on another control, “takes something away” on one that does that.',
    'Computed from published scatter of 20 people of 67 to 81, not measured on our pages.',
    '',
    `In the standard mode, where main controls are 56 px high, the worst is ${atMost(summary(allMisses(parts, 'standard')).worst)}.`,
    '',
    ...missTable(parts),
    '',
  ].join('\n');
}

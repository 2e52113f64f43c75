import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeImage, UnreadablePictureError } from '../../server/adapters/reader/decode-image.ts';
import { openNetworks } from '../../server/adapters/reader/networks.ts';
import { readPicture } from '../../server/adapters/reader/read-picture.ts';
import { NOTHING_READ } from '../../server/adapters/reader/reader.ts';
import { readLabels, type Labelled } from './labels.ts';
import { makePapers } from './make/make.ts';
import { addReading, emptyTally, median, type Share, type Tally } from './tally.ts';
import { openTesseract } from './tesseract.ts';

/**
 * How well papers are read: exact match of every labelled field, by kind and by variant of the picture, with seconds of
 * one core and memory, beside tesseract.js on the same pictures in the same run.
 */
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    json: { type: 'boolean', default: false },
    // One object and nothing else: other programs wait for it, and the peer takes as long again.
    'no-tesseract': { type: 'boolean', default: false },
    // Papers that are drawn for it, so many of each kind, in ways that nobody has tuned to: into `--dir`, and no more.
    make: { type: 'string' },
    seed: { type: 'string', default: '1' },
    // Of many pictures only those whose name holds this.
    only: { type: 'string', default: '' },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** ms of processor time of this process, all threads: the seconds of one core that a picture costs. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function readAll(
  labels: readonly Labelled[],
  read: (image: Buffer) => ReturnType<typeof readOurs>,
): Promise<Tally> {
  const tally = emptyTally();
  for (const label of labels) {
    const image = await readFile(label.file);
    const from = cpuMs();
    const reading = await read(image);
    addReading(tally, label, reading, cpuMs() - from);
  }
  return tally;
}

if (values.make !== undefined) {
  const dir = values.dir ?? 'bench/.work/ocr';
  const made = await makePapers(dir, Number(values.make), Number(values.seed));
  say(`${made} labelled pictures in ${dir}`);
  process.exit(0);
}

const networks = await openNetworks();
async function readOurs(image: Buffer) {
  try {
    return (await readPicture(await decodeImage(image), networks)).reading;
  } catch (error) {
    if (error instanceof UnreadablePictureError) return NOTHING_READ;
    throw error;
  }
}

const percent = (share: Share | undefined): string =>
  share ? `${((100 * share.right) / share.all).toFixed(1)} % (${share.right}/${share.all})` : '–';

function table(title: string, ours: Record<string, Share>, theirs?: Record<string, Share>): void {
  say(`\n${title.padEnd(28)} ${'ours'.padEnd(20)}${theirs ? 'tesseract.js' : ''}`);
  for (const [key, share] of Object.entries(ours))
    say(`${key.padEnd(28)} ${percent(share).padEnd(20)}${theirs ? percent(theirs[key]) : ''}`);
}

// Without a folder: the few pictures that the tests read, to see that it runs.
const labels = (await readLabels(values.dir ?? 'test/server/fixtures/ocr')).filter(({ file }) =>
  file.includes(values.only),
);
const ours = await readAll(labels, readOurs);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);

if (values.json) {
  const { fields, wrong } = ours;
  say(
    JSON.stringify({
      fields,
      wrongButPassesCheck: wrong.length,
      medianMs: median(ours.ms),
      peakMb,
    }),
  );
} else {
  const peer = values['no-tesseract'] ? undefined : await openTesseract();
  const theirs = peer && (await readAll(labels, (image) => peer.read(image)));
  await peer?.close();
  table('field', ours.byKind, theirs?.byKind);
  table('variant', ours.variants, theirs?.variants);
  say(
    `\nwrong values: ours ${ours.wrong.length}${theirs ? `, tesseract.js ${theirs.wrong.length}` : ''}`,
  );
  for (const one of ours.wrong) say(`  ${one}`);
  say(
    `seconds of one core, median: ours ${(median(ours.ms) / 1000).toFixed(2)}${theirs ? `, tesseract.js ${(median(theirs.ms) / 1000).toFixed(2)}` : ''}`,
  );
  say(`memory of the reading process at its peak: ${peakMb} MB`);
}

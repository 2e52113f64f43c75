import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { test } from '../../test/browser/support/phone.ts';
import { sendOverSlowLine } from '../../test/browser/support/slow-line.ts';

const COUNT = 20;

/** Lines of print, sharp as a steady hand photographs them: blurred ones would wait on the phone for a "use it". */
function printOf(seed: number): string {
  const rows = Array.from({ length: 34 }, (_, row) => {
    const words = Array.from({ length: 16 }, (_, i) => ((row * 31 + i * 17 + seed * 7) % 89) + 10);
    return `<text x="150" y="${150 + row * 36}" font-size="26" fill="#221f1c">${words.join(' ')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1440">
    <rect width="1920" height="1440" fill="#b9ab95"/><rect x="90" y="70" width="1740" height="1300" fill="#f6f2e8"/>
    ${rows.join('')}</svg>`;
}

/** A paper as a phone sends it: about 0.4 MB, mostly the grain of the picture. */
async function paper(seed: number) {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 15 };
  const grain = await sharp({
    create: { width: 1920, height: 1440, channels: 3, background: '#808080', noise },
  })
    .png()
    .toBuffer();
  const buffer = await sharp(Buffer.from(printOf(seed)))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 82 })
    .toBuffer();
  return { name: `IMG_${1000 + seed}.jpg`, mimeType: 'image/jpeg', buffer };
}

test(`${COUNT} photos on a line of 100 kbit/s with cuts arrive complete, each once`, async ({
  newPhone,
  server,
}) => {
  const photos = await Promise.all(Array.from({ length: COUNT }, (_, i) => paper(100 + i)));
  const phone = await newPhone();
  const result = await sendOverSlowLine(phone.page, server, {
    photos,
    cuts: { 2: 'offline', 5: 'kill', 9: 'offline', 12: 'reload', 16: 'offline' },
    cutMs: 8000,
    timeout: 25 * 60_000,
  });
  const least = (result.bytes * 8) / 100_000;
  const row = {
    photos: COUNT,
    megabytes: Number((result.bytes / 1e6).toFixed(2)),
    seconds: Math.round(result.seconds),
    secondsAtLeast: Math.round(least),
    megabytesSentAgain: Number((result.again / 1e6).toFixed(2)),
    lost: 0,
    doubled: 0,
  };
  console.table([row]);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/uploads.json', `${JSON.stringify(row, null, 2)}\n`);
});

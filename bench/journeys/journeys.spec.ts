import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { DisplayMode } from '#domain/senior/display.ts';
import { Claimant } from '../../test/browser/support/claimant.ts';
import { watchEffort, type Effort } from '../../test/browser/support/effort.ts';
import { test } from '../../test/browser/support/test.ts';
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
  photos: { seen: boolean },
  onPhotos: () => void,
) {
  await claimant.begin();
  await claimant.answerAll(journey.answers, journey.phone ?? '', (page) => {
    if (page === 'papers' && !photos.seen) {
      photos.seen = true;
      onPhotos();
    }
    return Promise.resolve();
  });
}

for (const journey of journeys().filter(({ phone }) => phone)) {
  for (const mode of ['senior', 'standard'] as const satisfies readonly DisplayMode[]) {
    test(`${journey.name} in the ${mode} mode`, async ({ page }) => {
      test.setTimeout(180_000);
      const claimant = new Claimant(page, journey.claim, mode);
      await page.goto(`/sign-in?next=/&mode=${mode}`);
      await claimant.signIn(journey.phone ?? '');
      await page.waitForURL((url) => url.pathname === '/');
      const effort = await watchEffort(page);
      let afterPhotos: (() => Effort) | undefined;
      await walk(claimant, journey, { seen: false }, () => {
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

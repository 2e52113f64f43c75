import { expectNoAxeFinding } from './support/axe.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** The least distance between two things that are tapped, CSS px. */
const GAP = 12;

for (const mode of ['standard', 'senior'] as const) {
  const say = wordsOf('zh-CN', mode);

  test.describe(`a term in the ${mode} mode`, () => {
    // 1280 x 1024 at 400 % is a window of 320 x 256 (W-1.4.10); the rest of the suite has phones.
    for (const viewport of [
      { width: 360, height: 640 },
      { width: 320, height: 256 },
    ]) {
      test(`is explained where it stands, at ${viewport.width} × ${viewport.height}`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await page.goto(`/privacy?mode=${mode}`);
        const terms = page.locator('.gloss-term');
        await expect(terms.first()).toBeVisible();
        for (const term of await terms.all()) {
          await expect(term).toHaveAttribute('aria-expanded', 'false');
          await term.scrollIntoViewIfNeeded();
          await term.tap();
          await expect(term).toHaveAttribute('aria-expanded', 'true');
          const note = page.locator(`[id="${await term.getAttribute('aria-controls')}"]`);
          await expect(note).toBeVisible();
          const [above, below] = [await term.boundingBox(), await note.boundingBox()];
          expect(below?.y, 'the meaning opens below its word').toBeGreaterThan(above?.y ?? 0);
          await expectNothingSideways(page, '/privacy with a meaning open');
        }
        await expectTargetSizes(page, '/privacy with its meanings open');
        await expectNoAxeFinding(page, '/privacy with its meanings open');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        for (const close of await page
          .getByRole('button', { name: say('glossary', 'close') })
          .all())
          await expect(close).toBeVisible();
        await terms.first().tap();
        await expect(terms.first()).toHaveAttribute('aria-expanded', 'false');
      });
    }

    test('stands far enough from the next one', async ({ page }) => {
      await page.goto(`/branches?mode=${mode}`);
      const terms = page.locator('.gloss-term');
      await expect(terms).toHaveCount(2);
      const boxes = await terms.evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const across = Math.max(b.left - a.right, a.left - b.right);
          const down = Math.max(b.top - a.bottom, a.top - b.bottom);
          expect(Math.max(across, down)).toBeGreaterThanOrEqual(GAP);
        }
      }
    });
  });
}

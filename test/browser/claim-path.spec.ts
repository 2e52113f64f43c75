import { journeys } from '../journeys/journeys.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

/** Demo customers of the right age for each journey's persona. */
const journeyPhone = '13800000001';

for (const journey of journeys()) {
  for (const mode of ['senior', 'standard'] as const) {
    test(`${journey.name}: from the home page to a number, in the ${mode} mode`, async ({
      page,
    }) => {
      test.slow();
      const claimant = new Claimant(page, journey.claim, mode);
      const look = async (where: string) => {
        await expectNoAxeFinding(page, `${where} (${mode})`);
        await expectTargetSizes(page, `${where} (${mode})`);
        await expectNothingSideways(page, `${where} (${mode})`);
      };
      await page.goto(`/?mode=${mode}`);
      await look('home');
      await claimant.begin();
      await claimant.answerAll(journey.answers, journeyPhone, look);
      const number = await claimant.send();
      expect(number).toMatch(/\d{4}/);
      await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
      await look('the end page');
      await page.goto('/claims');
      await expect(page.getByText(number).first()).toBeVisible();
      await look('my claims');
    });
  }
}

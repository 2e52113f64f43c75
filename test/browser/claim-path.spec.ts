import { journeys, type Journey } from '../journeys/journeys.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

/** Customers with a card that is known, by turns: nobody may ask for codes by the dozen. */
const phones = ['01', '02', '03', '05', '08', '12'].map((end) => `138000000${end}`);

/** Each journey in its own mode; these in both, since every page is in one of them. */
const inBothModes = ['hospital-at-70', 'hospital-for-mother'];
const modesOf = ({ name, mode }: Journey) =>
  inBothModes.includes(name) ? (['senior', 'standard'] as const) : [mode];

test.describe.configure({ mode: 'parallel' });

for (const [i, journey] of journeys().entries()) {
  for (const mode of modesOf(journey)) {
    test(`${journey.name}: from the home page to a number, in the ${mode} mode`, async ({
      page,
    }) => {
      test.slow();
      const phone = phones[i % phones.length] ?? '';
      const claimant = new Claimant(page, journey.claim, mode);
      const look = async (where: string) => {
        await expectNoAxeFinding(page, `${where} (${mode})`);
        await expectTargetSizes(page, `${where} (${mode})`);
        await expectNothingSideways(page, `${where} (${mode})`);
      };
      await page.goto(`/?mode=${mode}`);
      await look('home');
      await claimant.begin();
      await claimant.answerAll(journey.answers, phone, look);
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

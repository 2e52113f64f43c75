import { expect, type Page } from '@playwright/test';

/** Smallest sides in CSS px: 56 and 44 in the standard mode, 90 and 60 in the senior one (standards.md: T/ISC targets). */
const LEAST = { standard: { main: 56, other: 44 }, senior: { main: 90, other: 60 } } as const;

/** Fails when the page scrolls sideways or something stands out of its right edge. */
export async function expectNothingSideways(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} px in ${clientWidth} px`,
      ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)),
    ];
  });
  expect(wide, `nothing scrolls sideways on ${where}`).toEqual([]);
}

/**
 * Fails when a control is smaller than its mode asks: `data-main` by height, every other target by both sides. A link
 * inside a sentence is exempt, as in WCAG 2.5.8; what the eye cannot see and the finger cannot meet is skipped.
 */
export async function expectTargetSizes(page: Page, where: string): Promise<void> {
  const small = await page.evaluate((least) => {
    const mode = document.documentElement.dataset.mode === 'senior' ? 'senior' : 'standard';
    const targets =
      'a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=switch]';
    const isInSentence = (element: Element) => {
      const block = element.closest('p, li, dd');
      return (
        element.tagName === 'A' &&
        getComputedStyle(element).display === 'inline' &&
        (block?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0)
      );
    };
    return [...document.querySelectorAll<HTMLElement>(targets)].flatMap((element) => {
      // The label is the target of a control that is drawn by its label.
      const label = element.closest('label') ?? element;
      const box = label.getBoundingClientRect();
      const style = getComputedStyle(label);
      const isHidden =
        box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.opacity === '0';
      if (isHidden || element.matches('[type=hidden]') || isInSentence(element)) return [];
      // Half a pixel is rounding of rem.
      const side = element.matches('[data-main]') ? least[mode].main : least[mode].other;
      const isLarge = box.height >= side - 0.5 && box.width >= least[mode].other - 0.5;
      return isLarge
        ? []
        : [
            `${Math.round(box.width)} × ${Math.round(box.height)} < ${side}: ${element.outerHTML.slice(0, 160)}`,
          ];
    });
  }, LEAST);
  expect(small, `sizes of what is tapped on ${where}`).toEqual([]);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Fails when axe finds anything on the page as it stands: WCAG 2.2 AA and the best practices; contrast of 7 (AAA) where
 * the display is senior or high contrast, as our own rule is. The script is evaluated by the browser's debugger, so the
 * page keeps its Content-Security-Policy.
 */
export async function expectNoAxeFinding(page: Page, where: string): Promise<void> {
  // Half a megabyte: once for each document, not for each page that is shown in it.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(source);
  const findings = await page.evaluate(async (tags) => {
    const { mode, contrast } = document.documentElement.dataset;
    const needsMore = mode === 'senior' || contrast === 'high';
    const options: RunOptions = {
      runOnly: { type: 'tag', values: tags },
      rules: {
        'target-size': { enabled: true },
        'color-contrast-enhanced': { enabled: needsMore },
      },
      resultTypes: ['violations'],
    };
    // What lies under the bar at the window's edge can be scrolled clear of it; axe sees one moment only. That nothing
    // in focus stays under it is measured apart (W-2.4.12).
    const bar = document.querySelector<HTMLElement>('.help-bar');
    bar?.style.setProperty('position', 'static');
    const { axe } = globalThis as unknown as {
      axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };
    };
    const { violations } = await axe.run(document, options);
    bar?.style.removeProperty('position');
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) =>
          `${id}: ${help}\n  ${target.join(' ')}\n  ${html}\n  ${failureSummary}`,
      ),
    );
  }, TAGS);
  expect(findings, `axe on ${where}`).toEqual([]);
}

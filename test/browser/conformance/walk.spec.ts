import { readFileSync } from 'node:fs';
import { expect } from '../support/test.ts';
import { test } from './conformance-test.ts';
import { modes } from './displays.ts';
import { writePart } from './parts.ts';
import { scenes } from './scenes.ts';
import { enter, measureScene } from './walk-scene.ts';

/*
 * The walk measures and writes down; report.spec.ts judges, requirement by requirement. So a page that misses something
 * stops nobody, and a run tells all that is wrong. What fails here is a scene that did not come about.
 */
const routes = JSON.parse(
  readFileSync(new URL('../../../dist/routes.json', import.meta.url), 'utf8'),
) as { path: string }[];

test('the walk knows every page of the product', () => {
  const known = new Set(scenes.map(({ route }) => route));
  expect(routes.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([]);
});

for (const scene of scenes) {
  for (const mode of scene.modes ?? modes) {
    test(`${scene.name} (${mode})`, async ({ page, people, baseURL, expectConsole }, info) => {
      test.slow();
      if (scene.noise) expectConsole(scene.noise);
      await enter(page, scene, mode, people, baseURL ?? '');
      writePart(info.project.outputDir, await measureScene(page, scene, mode));
    });
  }
}

for (const name of ['home', 'question: cause', 'check your answers']) {
  test(`half an hour without a touch: ${name}`, async ({ page, people, baseURL }, info) => {
    const scene = scenes.find((one) => one.name === name);
    if (!scene) throw new Error(`no scene ${name}`);
    await page.clock.install();
    await enter(page, scene, 'senior', people, baseURL ?? '');
    const look = async () => ({
      url: page.url(),
      text: await page.locator('main').innerText(),
      dialogs: await page.locator('[role=dialog], [role=alertdialog]').count(),
    });
    const before = await look();
    for (let i = 0; i < 6; i += 1) await page.clock.fastForward('05:00');
    const after = await look();
    const findings = [
      ...(after.url === before.url ? [] : [`M-2.3: the page went to ${after.url} by itself`]),
      ...(after.text === before.text ? [] : [`M-2.3: the page says now “${after.text}”`]),
      ...(after.dialogs === 0 ? [] : ['M-5.1.1: a dialog opened by itself']),
    ];
    const part = { scene: `half an hour on ${name}`, mode: 'senior', findings, aims: [] } as const;
    writePart(info.project.outputDir, part);
  });
}

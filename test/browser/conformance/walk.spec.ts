import { expect } from '../support/test.ts';
import { test } from './conformance-test.ts';
import { modes } from './displays.ts';
import { writePart } from './parts.ts';
import { unknownParts } from './routes.ts';
import { scenes } from './scenes.ts';
import { enter, measureScene } from './walk-scene.ts';

/*
 * The walk measures and writes down; report.spec.ts judges, requirement by requirement. So a page that misses something
 * stops nobody, and a run tells all that is wrong. What fails here is a scene that did not come about.
 */
test('the walk knows what stands for each part of an address', () => {
  expect(unknownParts()).toEqual([]);
});

test('no two scenes have one name', () => {
  const names = scenes.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

for (const scene of scenes) {
  for (const mode of scene.modes ?? modes) {
    test(`${scene.name} (${mode})`, async ({
      page,
      room,
      people,
      baseURL,
      expectConsole,
    }, info) => {
      test.slow();
      if (scene.usesUpPage) room.useUp();
      if (scene.noise) expectConsole(scene.noise);
      await enter(page, scene, mode, people, baseURL ?? '');
      writePart(info.project.outputDir, await measureScene(page, scene, mode));
    });
  }
}

for (const scene of scenes.filter(({ isLeftAlone }) => isLeftAlone)) {
  test(`half an hour without a touch: ${scene.name}`, async ({
    page,
    room,
    people,
    baseURL,
  }, info) => {
    test.slow();
    room.useUp();
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
    const part = {
      scene: `half an hour on ${scene.name}`,
      mode: 'senior',
      findings,
      aims: [],
    } as const;
    writePart(info.project.outputDir, part);
  });
}

import { expect, type Page } from '@playwright/test';
import type { DisplayMode } from '#domain/senior/display.ts';
import { coveringDisplays, everyDisplay, fewDisplays, isWhole, type Display } from './displays.ts';
import { bringMeasures, inPage } from './measure.ts';
import type { Part } from './parts.ts';
import type { People } from './people.ts';
import type { Finding, Shown } from './page/note.ts';
import type { Aim } from './page/taps.ts';
import { audienceOf, stageOf, type Scene } from './scene.ts';

const inWords = ({ text, contrast, window: { width, height } }: Display) =>
  `text ${text}, ${contrast} contrast, ${width} × ${height}`;

/** A keyboard is used where it has the most and the least room, a finger on two common phones. */
const focusDisplays: readonly Pick<Display, 'text' | 'window'>[] = [
  { text: 1, window: { width: 1280, height: 800 } },
  { text: 1, window: { width: 360, height: 640 } },
  { text: 5, window: { width: 320, height: 568 } },
];
const tapWindows = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
];

function displaysOf(scene: Scene, mode: DisplayMode): Display[] {
  if (!isWhole) return fewDisplays(mode);
  return scene.isEverywhere ? everyDisplay(mode) : coveringDisplays(mode);
}

/** Goes to a scene as its person does. */
export async function enter(
  page: Page,
  scene: Scene,
  mode: DisplayMode,
  people: People,
  url: string,
): Promise<void> {
  // A scene that does not come about says so soon: the walk has many.
  page.setDefaultTimeout(30_000);
  const stage = stageOf(page, scene, mode, people);
  const { lng = 'zh-CN' } = scene;
  const chosen = { name: 'sl_display', value: `${mode}.1.normal`, url };
  await page
    .context()
    .addCookies([
      ...people.cookiesOf(scene.person),
      ...(scene.isFirstVisit ? [] : [chosen]),
      { name: 'sl_lng', value: lng, url },
    ]);
  await scene.before?.(stage);
  const path = typeof scene.path === 'string' ? scene.path : scene.path(people);
  // What the scene before has left for the time of this tab; the rest of it is gone already (conformance-test.ts).
  const emptied = await page.addInitScript(() => sessionStorage.clear());
  await page.goto(path);
  await emptied.dispose();
  await page.locator('html[data-ready]').waitFor();
  await scene.act?.(stage);
  await page.locator(scene.waitFor).first().waitFor();
  // Without this a page that sends people elsewhere would be measured there.
  if (!scene.act) expect(new URL(page.url()).pathname).toBe(path.split('?')[0]);
}

/**
 * Measures a scene that is open. Text step, contrast and window are changed in place, as the settings and a turned phone
 * change them: the style sheet alone answers. The mode is not: it decides what is asked on a page, so it is another visit.
 */
export async function measureScene(page: Page, scene: Scene, mode: DisplayMode): Promise<Part> {
  await bringMeasures(page);
  const found = new Map<string, string>();
  /** The same finding at many displays is one line that says at which it was met first. */
  const gather = (some: readonly Finding[], where: string) => {
    for (const { id, what } of some) {
      if (!found.has(`${id}: ${what}`)) found.set(`${id}: ${what}`, where);
    }
  };
  const show = async (display: Display): Promise<Shown> => {
    const size = page.viewportSize();
    const { width, height } = display.window;
    if (size?.width !== width || size.height !== height) await page.setViewportSize(display.window);
    const { lng = 'zh-CN' } = scene;
    return { ...display, lng, audience: audienceOf(scene), isDialog: scene.state === 'dialog' };
  };

  for (const display of displaysOf(scene, mode)) {
    gather(await inPage(page, 'measure', await show(display)), inWords(display));
  }
  // From here on a keyboard is used, and whatever has the focus shows it.
  await page.keyboard.press('Tab');
  for (const part of focusDisplays) {
    const display: Display = { mode, contrast: 'normal', ...part };
    gather(await inPage(page, 'focus', await show(display)), `focus, ${inWords(display)}`);
  }
  const narrow: Display = {
    mode,
    text: 1,
    contrast: 'normal',
    window: { width: 320, height: 568 },
  };
  gather(await inPage(page, 'spaced', await show(narrow)), 'with more room between letters');
  await page.emulateMedia({ forcedColors: 'active' });
  gather(await inPage(page, 'forced', await show(narrow)), 'with forced colours');
  await page.emulateMedia({ forcedColors: null });

  const aims: Aim[] = [];
  for (const window of tapWindows) {
    await show({ ...narrow, window });
    aims.push(...(await inPage(page, 'aims')));
  }
  return {
    scene: scene.name,
    route: scene.route,
    mode,
    findings: [...found].map(([what, where]) => `${what} (${where})`),
    aims,
  };
}

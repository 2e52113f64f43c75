import type { Page } from '@playwright/test';
import { expectNoAxeFinding } from './support/axe.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

interface Said {
  text: string;
  rate: number;
  lang: string;
}

/**
 * Puts a phone with this many voices in the place of the browser's own speech. It begins at once, and ends
 * its sentences as far as `readOn` lets it; `isDeaf` takes every sentence and never begins.
 */
async function putPhone(page: Page, { voices = 1, isDeaf = false } = {}): Promise<void> {
  await page.addInitScript(
    ({ count, deaf }) => {
      const said: Said[] = [];
      let present: SpeechSynthesisUtterance | undefined;
      let hasBegun = false;
      let upTo = 0;
      const goOn = () => {
        if (!present || !hasBegun || said.length >= upTo) return;
        const ended = present;
        present = undefined;
        ended.onend?.(new Event('end') as never);
      };
      const list = Array.from({ length: count }, () => ({
        lang: 'zh-CN',
        name: 'fake',
        voiceURI: 'fake',
        localService: true,
        default: true,
      }));
      class Utterance {
        lang = '';
        rate = 1;
        voice = null;
        onstart: ((event: Event) => void) | null = null;
        onend: ((event: Event) => void) | null = null;
        onerror: ((event: Event) => void) | null = null;
        constructor(readonly text: string) {}
      }
      const synth = {
        getVoices: () => list,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
        cancel: () => (present = undefined),
        speak: (words: SpeechSynthesisUtterance) => {
          present = words;
          said.push({ text: words.text, rate: words.rate, lang: words.lang });
          if (deaf) return;
          setTimeout(() => {
            words.onstart?.(new Event('start') as never);
            hasBegun = true;
            goOn();
          }, 5);
          hasBegun = false;
        },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: synth });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
      Object.assign(window, {
        said,
        readOn: (count: number) => {
          upTo = count;
          goOn();
        },
        isSpeaking: () => present !== undefined,
      });
    },
    { count: voices, deaf: isDeaf },
  );
}

const saidBy = (page: Page) => page.evaluate(() => (window as unknown as { said: Said[] }).said);
const isSpeaking = (page: Page) =>
  page.evaluate(() => (window as unknown as { isSpeaking: () => boolean }).isSpeaking());

/** Lets the voice read on, in no time, until it has begun so many sentences or the page is at its end. */
async function readOn(page: Page, upTo: number): Promise<string[]> {
  await page.evaluate(
    (count) => (window as unknown as { readOn: (upTo: number) => void }).readOn(count),
    upTo,
  );
  await expect
    .poll(async () => (await saidBy(page)).length >= upTo || !(await isOn(page)))
    .toBe(true);
  return (await saidBy(page)).map(({ text }) => text);
}
const isOn = (page: Page) => page.evaluate(() => CSS.highlights.has('reading'));

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-ready]').waitFor();
}

const readButton = (page: Page, mode: 'standard' | 'senior') =>
  page.getByRole('button', { name: wordsOf('zh-CN', mode)('common', 'read.name') });

for (const mode of ['standard', 'senior'] as const) {
  const say = wordsOf('zh-CN', mode);
  test.describe(`in the ${mode} mode`, () => {
    test('one tap reads the page from its heading to its end, controls told as what they are', async ({
      page,
    }) => {
      await putPhone(page);
      await open(page, `/?mode=${mode}`);
      await readButton(page, mode).click();
      await expect.poll(async () => (await saidBy(page)).length).toBeGreaterThan(0);
      const texts = await readOn(page, 1000);
      expect(texts).toContain(say('home', 'title'));
      const job = texts.indexOf(say('home', 'jobs.claim.title'));
      expect(texts[job - 1]).toBe(say('reading', 'kinds.link'));
      expect(texts.join('')).toContain(say('reading', 'end').split('。')[0] ?? '?');
      expect((await saidBy(page)).every(({ lang }) => lang === 'zh-CN')).toBe(true);
      expect((await saidBy(page))[0]?.rate).toBe(mode === 'senior' ? 0.8 : 1);
      await expect(page.getByRole('button', { name: say('reading', 'again') })).toBeVisible();
    });

    test('the controls are reached, large enough, and hide nothing that is read', async ({
      page,
    }) => {
      await putPhone(page);
      await open(page, `/privacy?mode=${mode}`);
      await readButton(page, mode).click();
      const pause = page.getByRole('button', { name: say('reading', 'pause') });
      await expect(pause).toBeFocused();
      await expectNoAxeFinding(page, 'a page that is read');
      await expectTargetSizes(page, 'a page that is read');
      await expectNothingSideways(page, 'a page that is read');
      for (const upTo of [5, 9, 13]) {
        await readOn(page, upTo);
        await page.waitForTimeout(700);
        const place = await page.evaluate(() => {
          const highlight = CSS.highlights.get('reading');
          const [range] = [...(highlight ?? [])] as Range[];
          const box = range?.getBoundingClientRect();
          const dock = document.querySelector('[data-dock]')?.getBoundingClientRect();
          return { text: range?.toString(), top: box?.top, bottom: box?.bottom, dock: dock?.top };
        });
        expect(place.text?.length).toBeGreaterThan(0);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.bottom).toBeLessThanOrEqual(place.dock ?? 0);
      }
    });

    test('where nothing speaks the page says so and offers the hotline', async ({ page }) => {
      await putPhone(page, { voices: 0 });
      await open(page, `/?mode=${mode}`);
      await readButton(page, mode).click();
      await expect(page.getByText(say('reading', 'cannot.what'))).toBeVisible();
      const call = page.locator('[data-dock] a[href^="tel:"]');
      await expect(call).toBeVisible();
      await expectNoAxeFinding(page, 'a page that cannot be read');
      await expectTargetSizes(page, 'a page that cannot be read');
      await expectNothingSideways(page, 'a page that cannot be read');
      await page.getByRole('button', { name: say('reading', 'close') }).click();
      await expect(readButton(page, mode)).toBeFocused();
    });
  });
}

const say = wordsOf('zh-CN', 'standard');

test('a browser without any speech, and one that never begins, say so too', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: undefined });
  });
  await open(page, '/');
  await readButton(page, 'standard').click();
  await expect(page.getByText(say('reading', 'cannot.what'))).toBeVisible();
  const deaf = await page.context().newPage();
  await putPhone(deaf, { isDeaf: true });
  await open(deaf, '/');
  await readButton(deaf, 'standard').click();
  await expect(deaf.getByText(say('reading', 'cannot.what'))).toBeVisible();
});

test('this browser itself, which has speech and no voice, is no dead button', async ({ page }) => {
  await open(page, '/');
  await readButton(page, 'standard').click();
  await expect(page.locator('[data-dock] [role="status"]')).not.toHaveText('');
  await expect(page.locator('[data-dock] button').first()).toBeVisible();
});

test('pause, go on, slower, stop; another page is silent', async ({ page }) => {
  await putPhone(page);
  await open(page, '/');
  await readButton(page, 'standard').click();
  const press = (key: string) =>
    page.getByRole('button', { name: say('reading', key), exact: true }).click();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await press('pause');
  expect(await isSpeaking(page)).toBe(false);
  await press('resume');
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await press('slower');
  await expect.poll(async () => (await saidBy(page)).pop()?.rate).toBe(0.8);
  await press('stop');
  expect(await isSpeaking(page)).toBe(false);
  expect(await page.evaluate(() => CSS.highlights.has('reading'))).toBe(false);
  await press('start');
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await page.getByRole('link', { name: new RegExp(say('home', 'jobs.branches.title')) }).click();
  await expect(page).toHaveURL(/branches/);
  await expect.poll(() => isSpeaking(page)).toBe(false);
  // What was chosen is kept.
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await readButton(page, 'standard').click();
  await expect.poll(async () => (await saidBy(page))[0]?.rate).toBe(0.8);
});

test('an error that appears while reading is on is read', async ({ page }) => {
  const senior = wordsOf('zh-CN', 'senior');
  await putPhone(page);
  await open(page, '/claims/new/hospital/cause?mode=senior');
  await readButton(page, 'senior').click();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  const before = (await saidBy(page)).length;
  await page.getByRole('button', { name: senior('claims', 'next') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect.poll(async () => (await saidBy(page)).length).toBeGreaterThan(before);
  const texts = (await readOn(page, before + 4)).slice(before);
  expect(texts[0]).toBe(senior('reading', 'kinds.error'));
});

test('a clip of the server is played where the phone has no voice', async ({ page }) => {
  await putPhone(page, { voices: 0 });
  // A second of quiet: WAV, mono, 8 kHz.
  const wav = Buffer.alloc(44 + 2000, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + 2000, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(2000, 40);
  const asked: string[] = [];
  await page.route('**/api/speech', async (route) => {
    const { sentences } = route.request().postDataJSON() as { sentences: string[] };
    const offers = sentences.map((_, i) =>
      i % 2 === 0 ? { state: 'ready', href: `/api/speech/${i}` } : { state: 'possible' },
    );
    await route.fulfill({ json: { voice: 'test', offers } });
  });
  await page.route(/\/api\/speech\/(\d+|clip)$/, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: 'audio/wav', body: wav });
  });
  await open(page, '/');
  await readButton(page, 'standard').click();
  await expect(page.getByRole('button', { name: say('reading', 'again') })).toBeVisible({
    timeout: 30_000,
  });
  expect(asked).toContain('/api/speech/0');
  expect(asked).toContain('/api/speech/clip');
  await expect(page.locator('[data-dock] [role="status"]')).toHaveText(
    say('reading', 'state.ended'),
  );
});

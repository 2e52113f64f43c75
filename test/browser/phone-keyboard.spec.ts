import type { Page } from '@playwright/test';
import { agentOf, askForPerson } from './support/agent.ts';
import { expect, test } from './support/test.ts';

/** How high a phone's keyboard is, px: it covers the page and tells the layout nothing (iOS, Chrome since 108). */
const KEYBOARD = 290;

/** Emulated: no browser here brings up a keyboard, so what it leaves of the window is said in its place. */
const bringKeyboard = (page: Page) =>
  page.evaluate((height) => {
    const view = window.visualViewport;
    if (!view) throw new Error('this browser has no visual viewport');
    Object.defineProperty(view, 'height', { get: () => innerHeight - height });
    view.dispatchEvent(new Event('resize'));
  }, KEYBOARD);

for (const mode of ['senior', 'standard'] as const) {
  test(`a phone's keyboard hides neither the last words nor 发送 (${mode})`, async ({
    page,
    request,
    server,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const id = await askForPerson(page, mode);
    const agent = await agentOf(request, server.url);
    await agent.take(id);
    for (let i = 1; i <= 6; i += 1) await agent.say(id, `第 ${i} 句：慢慢说，我在听。`);
    const talk = page.getByRole('list', { name: '您和客服的话' });
    const last = talk.getByText('第 6 句');
    const box = page.getByRole('textbox', { name: '写给客服的话' });
    const send = page.getByRole('button', { name: '发送', exact: true });
    await last.waitFor();
    await box.focus();
    await bringKeyboard(page);
    const free = 844 - KEYBOARD;
    /** The last words end above the place to write, and that ends above the keyboard. */
    const seen = async () => {
      const [words, place, button] = await Promise.all(
        [last, box, send].map((one) => one.boundingBox()),
      );
      if (!words || !place || !button) return 'something is not there';
      if (words.y < 0 || words.y + words.height > place.y) return `words end at ${words.y}`;
      if (button.y < 0 || button.y + button.height > free) return `发送 begins at ${button.y}`;
      return 'all';
    };
    await expect.poll(seen).toBe('all');
    await agent.say(id, '第 7 句：收到了。');
    const next = talk.getByText('第 7 句');
    await next.waitFor();
    await expect
      .poll(async () => {
        const [words, place] = await Promise.all([next.boundingBox(), box.boundingBox()]);
        return words && place && words.y >= 0 && words.y + words.height <= place.y;
      }, 'what comes meanwhile is seen as well')
      .toBe(true);

    // Two hundred characters: 发送 stays in reach of the thumb.
    await page.keyboard.insertText('慢慢写，不着急，'.repeat(25));
    await expect
      .poll(async () => {
        const button = await send.boundingBox();
        return button && button.y >= 0 && button.y + button.height <= free;
      }, '发送 stays above the keyboard, however long the text is')
      .toBe(true);
  });
}

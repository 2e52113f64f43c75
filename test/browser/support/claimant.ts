import { expect, type Page } from '@playwright/test';
import { findFlow } from '#domain/claims/flows.ts';
import { UNKNOWN, type Answers, type AnswerValue, type Flow } from '#domain/flow/types.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import { invoicePhoto } from './photos.ts';
import { claimWordsOf, wordsOf, type Say } from './words.ts';

interface OutboxMessage {
  to: string;
  text: string;
  at: string;
}

async function codesOf(page: Page, phone: string): Promise<string[]> {
  const answer = await page.request.get('/api/test/outbox');
  const { messages } = (await answer.json()) as { messages: OutboxMessage[] };
  return messages
    .filter((message) => message.to === phone)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap((message) => /(?<!\d)\d{6}(?!\d)/.exec(message.text)?.[0] ?? []);
}

/**
 * The code that `ask` makes the server send to this phone: read from the test server's outbox, as a person reads it
 * from an SMS. Some minutes pass before, so that nobody has asked too often.
 */
export async function codeSentTo(
  page: Page,
  phone: string,
  ask: () => Promise<void>,
): Promise<string> {
  await page.request.post('/api/test/clock', { data: { advanceSeconds: 3700 } });
  const before = (await codesOf(page, phone)).length;
  await ask();
  for (let i = 0; i < 100; i += 1) {
    const codes = await codesOf(page, phone);
    if (codes.length > before) return codes.at(-1) ?? '';
    await page.waitForTimeout(100);
  }
  throw new Error(`no code was sent to ${phone}`);
}

/** Somebody who files a claim in a real browser: knows what they want to say, and finds where to say it by its words. */
export class Claimant {
  readonly say: Say;
  readonly flow: Flow;
  private readonly ask: (key: string) => string;

  constructor(
    readonly page: Page,
    claim: string,
    readonly mode: DisplayMode,
    readonly lng = 'zh-CN',
  ) {
    const flow = findFlow(claim);
    if (!flow) throw new Error(`no claim ${claim}`);
    this.flow = flow;
    this.say = wordsOf(lng, mode);
    this.ask = claimWordsOf(lng, mode, claim);
  }

  /** Home, then "make a claim", then what happened. */
  async begin(): Promise<void> {
    await this.page.goto(`/?mode=${this.mode}&lng=${this.lng}`);
    await this.page.getByRole('link', { name: this.say('home', 'jobs.claim.title') }).click();
    await this.page
      .getByRole('link', { name: this.say('claims', `kinds.${this.flow.id}.title`) })
      .click();
  }

  async press(ns: string, key: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(ns, key), exact: true }).click();
  }

  next(): Promise<void> {
    return this.press('claims', 'next');
  }

  /** Answers one question that is on the page. */
  async answer(field: string, value: AnswerValue): Promise<void> {
    const spec = this.flow.fields[field];
    if (!spec) throw new Error(`no field ${field}`);
    const key = `fields.${field}`;
    // The id is the box's own where there is one box, and the group's where there are several.
    const box = this.page.locator(`input#field-${field}, #field-${field} input`);
    switch (spec.kind) {
      case 'choice':
        return this.choose(field, this.ask(`${key}.options.${String(value)}.title`));
      case 'yesNo':
      case 'consent':
        return this.choose(field, this.ask(`${key}.${value ? 'yes' : 'no'}`));
      case 'date':
        return this.mode === 'senior'
          ? this.pickDay(field, String(value))
          : box.fill(String(value));
      case 'amount':
        if (value === UNKNOWN)
          return this.page.locator('label', { hasText: this.ask(`${key}.unknown`) }).click();
        return box.fill(String(Number(value) / 100));
      case 'photos':
        return this.addPhotos(field, Array.isArray(value) ? value.length : 1);
      default:
        return box.fill(String(value));
    }
  }

  private async choose(field: string, title: string): Promise<void> {
    await this.page.locator(`#field-${field} label`, { hasText: title }).first().click();
  }

  /** A day by taps alone, as the large-text page offers it. */
  private async pickDay(field: string, day: string): Promise<void> {
    const box = this.page.locator(`#field-${field}`);
    const [year = '', month = '', date = ''] = day.split('-');
    const press = (name: string | RegExp) => box.getByRole('button', { name }).first().click();
    await press(new RegExp(`^${this.say('claims', 'day.earlier')}`));
    await press(new RegExp(`^${year}`));
    const monthName = new Date(`${day}T00:00:00Z`).toLocaleDateString(this.lng, {
      month: 'short',
      timeZone: 'UTC',
    });
    await press(
      this.lng === 'en' ? new RegExp(`^${monthName}`) : new RegExp(`^${Number(month)}月$`),
    );
    await box
      .locator('.day-chooser-days')
      .getByText(String(Number(date)), { exact: true })
      .click();
  }

  /** Photos from the album, until the page says that each of them arrived. */
  async addPhotos(field: string, count: number): Promise<void> {
    const files = await Promise.all(Array.from({ length: count }, (_, i) => invoicePhoto(i + 1)));
    await this.page.locator(`#field-${field} input[type=file][multiple]`).setInputFiles(files);
    const arrived = this.ask(`fields.${field}.states.received`);
    await expect(
      this.page.locator(`#field-${field} .photo-state`, { hasText: arrived }),
    ).toHaveCount(count);
  }

  /** By phone and code, back to where it was asked for. */
  async signIn(phone: string): Promise<void> {
    const code = await codeSentTo(this.page, phone, async () => {
      await this.page.locator('input[autocomplete^="tel"]').fill(phone);
      await this.page.locator('main button[type=submit]').click();
      await this.page.locator('input[autocomplete="one-time-code"]').waitFor();
    });
    await this.page.locator('input[autocomplete="one-time-code"]').fill(code);
    await this.page.locator('main button[type=submit]').click();
  }

  /** Whether the page asks this now. */
  isAsked(field: string): Promise<boolean> {
    return this.page.locator(`#field-${field}`).isVisible();
  }

  /**
   * Every question in turn up to the check page, signing in where it is asked for.
   * @param onPage called on each page, before it is left, filled in
   */
  async answerAll(
    answers: Answers,
    phone: string,
    onPage?: (id: string) => Promise<void>,
  ): Promise<void> {
    for (let i = 0; i < 30; i += 1) {
      await this.page.waitForURL(/\/(sign-in|claims\/new\/\w+\/[\w-]+)/);
      // Address and page are one step apart for a moment: what is answered must be the page that the address names.
      await this.page.waitForFunction(() => {
        const id = location.pathname.split('/').pop() ?? '';
        const shows = (selector: string) => document.querySelector(selector) !== null;
        if (id === 'sign-in') return shows('input[autocomplete^="tel"]');
        if (id === 'check') return shows('.summary-list');
        return shows(`.question-form[data-place="${id}"]`);
      });
      const step = new URL(this.page.url()).pathname;
      if (step === '/sign-in') {
        await this.signIn(phone);
        await this.page.waitForURL((url) => url.pathname !== '/sign-in');
        continue;
      }
      const id = step.split('/').pop() ?? '';
      if (id === 'check') {
        await this.page
          .getByRole('heading', { level: 1, name: this.say('claims', 'check.title') })
          .waitFor();
        await onPage?.(id);
        return;
      }
      // What one answer brings up on the same page is answered too (a section a page, in the standard mode).
      const done = new Set<string>();
      for (let found = true; found;) {
        found = false;
        for (const [field, value] of Object.entries(answers)) {
          if (done.has(field) || !(await this.isAsked(field))) continue;
          await this.answer(field, value);
          done.add(field);
          found = true;
        }
      }
      await onPage?.(id);
      await this.next();
      await this.page.waitForURL((url) => url.pathname !== step);
    }
    throw new Error('the claim does not end');
  }

  /** Presses the main button of the check page and reads the number on the end page. */
  async send(): Promise<string> {
    await this.press('claims', 'check.send');
    await this.page.waitForURL(/\/claims\/[^/]+\/sent$/);
    const number = await this.page.locator('.big-number-value').textContent();
    return number?.trim() ?? '';
  }
}

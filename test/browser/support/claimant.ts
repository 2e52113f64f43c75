import { expect, type Page } from '@playwright/test';
import { findFlow } from '#domain/claims/flows.ts';
import { LATER, UNKNOWN, type Answers, type AnswerValue, type Flow } from '#domain/flow/types.ts';
import { OTHER_INSURED } from '#domain/flow/validate.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import { codeSentTo } from './codes.ts';
import { invoicePhoto } from './photos.ts';
import { claimWordsOf, wordsOf, type Say } from './words.ts';
import { wrongProposals } from './wrong-proposals.ts';

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
    if (value === UNKNOWN) return this.saySo(field, `${key}.unknown`, 'answers.sayUnknown');
    if (value === LATER) return this.saySo(field, `${key}.later`, 'answers.sayLater');
    // The id is the box's own where there is one box, and the group's where there are several.
    const box = this.page.locator(
      `:is(input, textarea)#field-${field}, #field-${field} :is(input, textarea)`,
    );
    switch (spec.kind) {
      case 'choice':
        return this.choose(field, this.ask(`${key}.options.${String(value)}.title`));
      case 'insured':
        return this.chooseInsured(field, String(value));
      case 'yesNo':
      case 'consent':
        return this.choose(field, this.askOr(`${key}.${value ? 'yes' : 'no'}`, value));
      case 'date':
        return this.mode === 'senior'
          ? this.pickDay(field, String(value))
          : box.fill(String(value));
      case 'amount':
        return box.fill(String(Number(value) / 100));
      case 'photos':
        return this.bringPaper(field, value);
      default:
        return box.fill(String(value));
    }
  }

  private askOr(key: string, value: AnswerValue): string {
    try {
      return this.ask(key);
    } catch {
      return this.say('claims', value ? 'answers.yes' : 'answers.no');
    }
  }

  /** "I do not know", "later": the field's own words, or those of all. */
  private async saySo(field: string, own: string, shared: string): Promise<void> {
    let words: string;
    try {
      words = this.ask(own);
    } catch {
      words = this.say('claims', shared);
    }
    await this.page
      .locator('.claim-field', { has: this.page.locator(`#field-${field}`) })
      .locator('label', { hasText: words })
      .click();
  }

  /** The person of that id; where the demo's policies name nobody so, somebody else. */
  private async chooseInsured(field: string, id: string): Promise<void> {
    const labelOf = (value: string) =>
      this.page.locator(`#field-${field} label`, {
        has: this.page.locator(`input[value="${value}"]`),
      });
    const isOffered = (await labelOf(id).count()) > 0;
    await labelOf(isOffered ? id : OTHER_INSURED).click();
  }

  private async choose(field: string, title: string): Promise<void> {
    await this.page.locator(`#field-${field} label`, { hasText: title }).first().click();
  }

  /** A paper by photos, or by another way. */
  async bringPaper(field: string, value: AnswerValue): Promise<void> {
    if (Array.isArray(value)) return this.addPhotos(field, value.length);
    const card = this.page.locator(`.paper#field-${field}, .claim-field:has(#field-${field})`);
    await card.getByRole('button', { name: this.say('claims', 'ways.open') }).click();
    await card
      .locator('label', { hasText: this.say('claims', `ways.${String(value)}.title`) })
      .click();
  }

  /** The page with all papers: opens each that there is something to say to. */
  async fillPapers(answers: Answers): Promise<void> {
    for (const card of await this.page.locator('.paper').all()) {
      const field = ((await card.getAttribute('id')) ?? '').replace('field-', '');
      const value = answers[field];
      if (value === undefined) continue;
      if ((await card.getAttribute('data-open')) === null) {
        const names = ['papers.open', 'papers.look'].map((key) => this.say('claims', key));
        await card.getByRole('button', { name: new RegExp(`^(${names.join('|')})`) }).click();
        await expect(card).toHaveAttribute('data-open', 'true');
      }
      await this.bringPaper(field, value);
    }
  }

  /** A yes to each key matter in turn, until the page leads on. */
  async agreeToMatters(): Promise<void> {
    const { pathname } = new URL(this.page.url());
    for (let i = 0; i < 10; i += 1) {
      const before = await this.page.locator('.matter[data-state="done"]').count();
      await this.page.locator('main [data-main]').click();
      await this.page.waitForFunction(
        ([path, count]) =>
          location.pathname !== path ||
          document.querySelectorAll('.matter[data-state="done"]').length !== count,
        [pathname, before] as const,
      );
      if (new URL(this.page.url()).pathname !== pathname) return;
    }
    throw new Error('the key matters do not end');
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
    const arrived = this.say('claims', 'photos.states.received');
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
   * @param until stops on this page, with nothing done there
   */
  async answerAll(
    answers: Answers,
    phone: string,
    onPage?: (id: string) => Promise<void>,
    until?: string,
  ): Promise<void> {
    for (let i = 0; i < 40; i += 1) {
      await this.page.waitForURL(({ pathname }) =>
        /^\/(sign-in|claims\/new\/\w+\/[\w-]+)/.test(pathname),
      );
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
      if (id === until) return;
      if (id === 'check') {
        await this.page
          .getByRole('heading', { level: 1, name: this.say('claims', 'check.title') })
          .waitFor();
        await onPage?.(id);
        return;
      }
      const screen = this.flow.steps.find((one) => one.id === id)?.screen;
      if (screen === 'matters') {
        const [wrong] = await wrongProposals(this.page, this.flow, answers);
        if (wrong) {
          await this.page.goto(`/claims/new/${this.flow.id}/${wrong[1]}?from=${id}`);
          continue;
        }
        await onPage?.(id);
        await this.agreeToMatters();
        continue;
      }
      if (screen === 'papers') await this.fillPapers(answers);
      else await this.answerPage(answers);
      await onPage?.(id);
      await this.goOn();
      await this.page.waitForURL((url) => url.pathname !== step);
    }
    throw new Error('the claim does not end');
  }

  /** What one answer brings up on the same page is answered too (a section a page, in the standard mode). */
  private async answerPage(answers: Answers): Promise<void> {
    const done = new Set<string>();
    // Asked of whoever chose somebody else, even where the journey knows that person by an id.
    const all: Answers = { insuredName: '李桂兰', ...answers };
    for (let found = true; found;) {
      found = false;
      for (const [field, value] of Object.entries(all)) {
        if (done.has(field) || !(await this.isAsked(field))) continue;
        const proposed = this.page.locator(`.proposal#field-${field}`);
        if (await proposed.isVisible()) continue;
        await this.answer(field, value);
        done.add(field);
        found = true;
      }
    }
  }

  /** The way on of a page of questions, whatever it is called there. */
  async goOn(): Promise<void> {
    await this.page.locator('main .question-form button[type=submit]').click();
  }

  /** Presses the main button of the check page and reads the number on the end page. */
  async send(): Promise<string> {
    await this.press('claims', 'check.send');
    await this.page.waitForURL(/\/claims\/[^/]+\/sent$/);
    const number = await this.page.locator('.big-number-value').textContent();
    return number?.trim() ?? '';
  }
}

/** What the server wrote into the page it sent: facts that no script should have to wait for. */
export interface PageFacts {
  /** The insurer's telephone number as it is shown and dialled. */
  hotline: string;
  appMode: string;
  /** When people are there, as the server's configuration says it: `08:30-17:30 workdays`. */
  humanHours: string;
}

let facts: PageFacts | undefined;

/** The prerender has no page to read: it says what to put there. */
export function setPageFacts(known: PageFacts): void {
  facts = known;
}

/** The facts of this page, read once. */
export function pageFacts(): PageFacts {
  facts ??= {
    hotline: document.querySelector<HTMLMetaElement>('meta[name="sl-hotline"]')?.content ?? '',
    appMode: document.documentElement.dataset.app ?? 'demo',
    humanHours: document.querySelector<HTMLMetaElement>('meta[name="sl-hours"]')?.content ?? '',
  };
  return facts;
}

import type { DisplayMode } from '#domain/senior/display.ts';
import type { Effort } from '../../test/browser/support/effort.ts';

/** One run of one journey. */
export interface Measured {
  name: string;
  claim: string;
  mode: DisplayMode;
  /** From the home page to the receipt, signed in before. */
  whole: Effort;
  /** From the page of the papers, once the photos have arrived. */
  afterPhotos?: Effort;
}

/** The goal of a hospital claim at 70 with readable photos, after the photos. */
export const GOAL = { pages: 5, taps: 8, typed: 0 } as const;

/** Kilobytes in steps of ten: below that two runs of the same program differ. */
const kilobytes = (bytes: number) => Math.round(bytes / 10_000) * 10;

const row = ({ name, mode, whole, afterPhotos }: Measured) =>
  [
    name,
    mode,
    whole.pages,
    whole.taps,
    whole.typed,
    kilobytes(whole.bytes),
    afterPhotos?.pages ?? '–',
    afterPhotos?.taps ?? '–',
    afterPhotos?.typed ?? '–',
  ].join(' | ');

/** `docs/journeys.md` of these runs. */
export function journeysPage(measured: readonly Measured[]): string {
  return `# What a claim costs the person who files it

Counted by \`npm run bench:journeys\` in Chromium at 360 × 640 against the real server: from the home page to the receipt, signed
in before. Pages are addresses met; a tap is a click that reaches the page; typed are characters that grew in a text box (a
journey may type where a person would speak or choose); bytes go both ways, the program and the photos with them.

The goal for a hospital claim at 70 with readable photos, after the photos: at most ${GOAL.pages} pages, ${GOAL.taps} taps and ${GOAL.typed} typed
characters: the last row.

| journey | mode | pages | taps | typed | KB | pages after photos | taps after | typed after |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
${measured.map((one) => `| ${row(one)} |`).join('\n')}
`;
}

/*
 * Line pictures on a 64 box, drawn by hand for this product: one even line, and a warm flat tone that lies a little
 * off the line, as in an old two-colour print. `tone` is filled, `line` is stroked.
 */
export interface Drawing {
  tone: string;
  line: string;
}

/** Those in use. They come with the first load of the home page, so one that no page shows yet waits in more-drawings.ts. */
export const drawings = {
  hospital: {
    tone: 'M27 35h24a8 8 0 0 1 8 8v5H27z',
    line: 'M7 17v38M7 46h50M57 55V42a7 7 0 0 0-7-7H27v11M21 38.500a5 5 0 1 1-10 0a5 5 0 0 1 10 0M42 10v14M35 17h14',
  },
  clinic: {
    tone: 'M15 58v-5a13 13 0 0 1 13-13h12a13 13 0 0 1 13 13v5z',
    line: 'M42 18a10 10 0 1 1-20 0a10 10 0 0 1 20 0M10 56v-4a14 14 0 0 1 14-14h16a14 14 0 0 1 14 14v4M24 38v6M27.5 47.500a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0M40 38v5a4 4 0 0 0-4 4v4M40 43a4 4 0 0 1 4 4v4',
  },
  invoice: {
    tone: 'M19 11h33v45l-5.5-3.500L41 56l-5.5-3.500L30 56l-5.5-3.500L19 56z',
    line: 'M14 7h34v48l-5.7-4-5.6 4-5.7-4-5.7 4-5.6-4-5.7 4zM22 16h18M25.5 23.500l5.5 7 5.5-7M31 30.500V43M25 32.500h12M25 38h12',
  },
  receipt: {
    tone: 'M18 15h34v44H18z',
    line: 'M13 10a3 3 0 0 1 3-3h24l10 10v36a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3zM40 7v10h10M22 26h12M22 34h20M24 45l4 4 8-9',
  },
  card: {
    tone: 'M9 21h52v9H9z',
    line: 'M6 18a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4zM6 27h52M14 40h11M44 40h6',
  },
  counter: {
    tone: 'M11 44h46v13H11z',
    line: 'M39.5 15.500a7.5 7.5 0 1 1-15 0a7.5 7.5 0 0 1 15 0M18 39v-3a9 9 0 0 1 9-9h10a9 9 0 0 1 9 9v3M5 39h54M9 39v16h46V39M24 47h16',
  },
  done: {
    tone: 'M57 35a22 22 0 1 1-44 0a22 22 0 0 1 44 0',
    line: 'M54 32a22 22 0 1 1-44 0a22 22 0 0 1 44 0M21.5 33l8 8L43.5 24.5',
  },
  branch: {
    tone: 'M11 26L34 13l24 13zM29 40h10v16H29z',
    line: 'M7 24L32 9l25 15zM13 24v26M23 24v26M41 24v26M51 24v26M8 50h48M5 56h54M32 17.500v.01',
  },
  text: {
    tone: 'M45 30a18 18 0 1 1-36 0a18 18 0 0 1 36 0',
    line: 'M44 26a19 19 0 1 1-38 0a19 19 0 0 1 38 0M39 39.500L56 56M15.5 22h19M25 13.500c0 11-3 17-10 22M25.3 23c1.2 6 4.5 10 9.7 12.5',
  },
  search: {
    tone: 'M53 43a12 12 0 1 1-24 0a12 12 0 0 1 24 0',
    line: 'M24 55H14a3 3 0 0 1-3-3V10a3 3 0 0 1 3-3h20l11 11v7M34 7v11h11M19 28h10M19 37h5M50 41a11 11 0 1 1-22 0a11 11 0 0 1 22 0M47 49l9 8',
  },
  illness: {
    tone: 'M40 42a9 9 0 1 1-14-7V13a5 5 0 0 1 10 0v22a9 9 0 0 1 4 7z',
    line: 'M22 33V13a6 6 0 0 1 12 0v20a11 11 0 1 1-12 0zM28 20v21M31 44a3 3 0 1 1-6 0a3 3 0 0 1 6 0M42 14h8M42 22h5M42 30h8',
  },
  accident: {
    tone: 'M17 41L41 17a8.5 8.5 0 0 1 12 12L29 53a8.5 8.5 0 0 1-12-12z',
    line: 'M14 38L38 14a8.5 8.5 0 0 1 12 12L26 50a8.5 8.5 0 0 1-12-12zM25 27l12 12M22 41v.01M29 34.500v.01M32 30v.01M42 22v.01M35 30v.01M32 37v.01M29 30v.01',
  },
} as const satisfies Record<string, Drawing>;

import type { Drawing } from './drawings.ts';

/** Drawn and not yet shown: `<MorePicture>` shows them in code that is loaded on demand. */
export const moreDrawings = {
  camera: {
    tone: 'M46 37a12 12 0 1 1-24 0a12 12 0 0 1 24 0',
    line: 'M7 22a4 4 0 0 1 4-4h9l4-7h16l4 7h9a4 4 0 0 1 4 4v27a4 4 0 0 1-4 4H11a4 4 0 0 1-4-4zM43 35a11 11 0 1 1-22 0a11 11 0 0 1 22 0M49 25.500h1.500M26 35a6 6 0 0 1 6-6',
  },
  person: {
    tone: 'M14 59v-5a13 13 0 0 1 13-13h12a13 13 0 0 1 13 13v5z',
    line: 'M42 22a10 10 0 1 1-20 0a10 10 0 0 1 20 0M18 26v-5a14 14 0 0 1 28 0v5M16 21h3v8h-3a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2zM45 21h3a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-3zM47 29a8 8 0 0 1-8 6h-4M10 56v-3a13 13 0 0 1 13-13h18a13 13 0 0 1 13 13v3',
  },
  idcard: {
    tone: 'M13 46a9.5 9.5 0 0 1 19 0v3H13zM38 30h20v4H38z',
    line: 'M5 18a4 4 0 0 1 4-4h46a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM26 27a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0M11.5 43a9 9 0 0 1 18 0M37 25h14M37 33h14M37 41h8',
  },
  checklist: {
    tone: 'M17 16h36v43H17z',
    line: 'M24 11h-8a3 3 0 0 0-3 3v39a3 3 0 0 0 3 3h32a3 3 0 0 0 3-3V14a3 3 0 0 0-3-3h-8M24 7h16v9H24zM21 28l3 3 5.5-6.500M21 42l3 3 5.5-6.500M36 29h8M36 43h8',
  },
  home: {
    tone: 'M17 29l18-14 18 14v27H17z',
    line: 'M6 31L32 9l26 22M13 26v29h38V26M26 55V40h12v15',
  },
  phone: {
    tone: 'M19 13l9-3 6 13-6 5c2 5 6 9 11 11l5-6 12 6-2 10c-20 2-36-16-35-36z',
    line: 'M14 9l9-2 6 14-6 5c3 6 8 11 14 14l5-6 14 6-2 9a6 6 0 0 1-6 5C27 53 10 35 9 15a6 6 0 0 1 5-6zM38 10a16 16 0 0 1 15 15M38 19a8 8 0 0 1 6 6',
  },
  code: {
    tone: 'M23 12h22v42H23z',
    line: 'M18 11a4 4 0 0 1 4-4h20a4 4 0 0 1 4 4v42a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4zM29 50.500h6M24 20h16v15H31l-4 4v-4h-3zM28.5 27.500v.01M32 27.500v.01M35.5 27.500v.01',
  },
  calendar: {
    tone: 'M12 29h44v28H12z',
    line: 'M8 16a4 4 0 0 1 4-4h40a4 4 0 0 1 4 4v36a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4zM8 25h48M20 7v10M44 7v10M18 34h7M18 45h7M48 40.500a7.5 7.5 0 1 1-15 0a7.5 7.5 0 0 1 15 0M37.5 40.500l2.5 2.5 4-5',
  },
  question: {
    tone: 'M14 15h44v32H38L27 57V47H14z',
    line: 'M10 10h44a3 3 0 0 1 3 3v29a3 3 0 0 1-3 3H33L21 55V45H10a3 3 0 0 1-3-3V13a3 3 0 0 1 3-3zM26 22.500a6 6 0 1 1 9 5.200c-2 1.2-3 2-3 4.300M32 38v.01',
  },
  car: {
    tone: 'M10 34h50v11H10z',
    line: 'M12 44H6V33l8-3 6-12h22l9 12 7 3v11h-6M22 44h20M22 45a5 5 0 1 1-10 0a5 5 0 0 1 10 0M52 45a5 5 0 1 1-10 0a5 5 0 0 1 10 0M14 30h37M31 18v12',
  },
  candle: {
    tone: 'M28 33h14v25H28z',
    line: 'M24 30h16v26H24zM16 56h32M32 30v-6M32 24c-6-4-5-9 0-16c5 7 6 12 0 16',
  },
} as const satisfies Record<string, Drawing>;

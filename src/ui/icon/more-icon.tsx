import './icon.css';

/** Signs that only some pages need: they are not in the first load. Drawn by the same hand as those of icon.tsx. */
const paths = {
  turn: 'M5 10h11a4 4 0 0 1 0 8h-5M5 10l4-4M5 10l4 4',
  bigger: 'M17 10.5a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0M15.5 15.5l5 5M10.5 7.5v6M7.5 10.5h6',
  smaller: 'M17 10.5a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0M15.5 15.5l5 5M7.5 10.5h6',
  earlier: 'M12 20V5M6 11l6-6 6 6',
  later: 'M12 4v15M6 13l6 6 6-6',
  undo: 'M9 6L4.5 10.5 9 15M4.5 10.5H15a4.5 4.5 0 0 1 0 9h-4',
  frame: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  light: 'M13 3L5 14h6l-1 7 8-11h-6z',
  sheet: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  chat: 'M4 5h16v11H10l-4 4v-4H4zM8 9.5h8M8 12.5h5',
} as const;

export type MoreIconName = keyof typeof paths;

/** A small sign beside a word, in the word's size and colour. Silent: the word is what is heard. */
export function MoreIcon({ name }: { name: MoreIconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

import './icon.css';

/*
 * Drawn here, not taken from an icon package: the few that a page needs cost a few hundred bytes in the first load,
 * and they share the pictures' hand (24 box, round 2.25 line).
 */
const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  check: 'M5 12.5l4.5 4.5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  person: 'M16 7.5a4 4 0 1 1-8 0a4 4 0 0 1 8 0M4.5 20.5v-1a6 6 0 0 1 6-6h3a6 6 0 0 1 6 6v1',
  phone:
    'M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5l1.5-2.5 5 1.5v4a1.5 1.5 0 0 1-1.5 1.5A15.5 15.5 0 0 1 3.5 5.5A1.5 1.5 0 0 1 5 4z',
  home: 'M4 11l8-7 8 7M6.5 9.5V20h11V9.5',
  camera:
    'M3.5 8.5a1.5 1.5 0 0 1 1.5-1.5h3l1.5-2.5h5l1.5 2.5h3a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1-1.5 1.5h-14a1.5 1.5 0 0 1-1.5-1.5zM15.5 13a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0',
  album: 'M4 4.5h16v15H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M16.5 8.5v.01',
  remove: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.5-5.6M19.5 3.5v4h-4',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.01',
  info: 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0M12 11v5.5M12 7.7v.01',
  good: 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0M8 12.5l2.8 2.8L16 9.5',
  wait: 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0M12 7v5.5l3.5 2',
  edit: 'M5 19l1-4.5L16 4.5l3.5 3.5-10 10z',
  eye: 'M2.5 12c2.5-4.5 6-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-6 6.5-9.5 6.5s-7-2-9.5-6.5zM15 12a3 3 0 1 1-6 0a3 3 0 0 1 6 0',
  speak: 'M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  microphone:
    'M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M8.5 21h7',
  stop: 'M6.5 6.5h11v11h-11z',
  play: 'M7.5 4.5l12 7.5-12 7.5z',
  video: 'M3.5 7h11v10h-11zM14.5 11l6-3.5v9l-6-3.5',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0a2 2 0 0 1 4 0M11 17a2 2 0 1 1-4 0a2 2 0 0 1 4 0',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as readonly IconName[];

export interface IconProps {
  name: IconName;
}

/** A small sign beside a word, in the word's size and colour. Silent: the word is what is heard. */
export function Icon({ name }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

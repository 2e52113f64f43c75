/** What the person has asked of the whole device. */
export interface DeviceWishes {
  wantsContrast: boolean;
  wantsLessMotion: boolean;
  hasForcedColors: boolean;
}

const queries = {
  wantsContrast: '(prefers-contrast: more)',
  wantsLessMotion: '(prefers-reduced-motion: reduce)',
  hasForcedColors: '(forced-colors: active)',
} as const satisfies Record<keyof DeviceWishes, string>;

/**
 * The wishes as they are now. The style sheets follow all three by themselves; only contrast is also a sign of anything, and
 * a small one (SIG-7, SIG-8). A browser that does not know a question answers no.
 */
export function readWishes(): DeviceWishes {
  const is = (query: string) => matchMedia(query).matches;
  return {
    wantsContrast: is(queries.wantsContrast),
    wantsLessMotion: is(queries.wantsLessMotion),
    hasForcedColors: is(queries.hasForcedColors),
  };
}

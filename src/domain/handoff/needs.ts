/** Dialects that can be asked for; somebody who speaks it comes first where there is one. */
export const dialects = ['yue', 'wu', 'min', 'chuan', 'hakka'] as const;
export type Dialect = (typeof dialects)[number];

/** Claims that need somebody who knows how to speak about them. */
const specialFlows: readonly string[] = ['death'];

/** What who takes a request should know. Chinese is known to all. */
export function needsOf(ask: { lng: string; flow?: string; dialect?: string }): string[] {
  return [
    ...(ask.lng === 'zh-CN' ? [] : [`lng:${ask.lng}`]),
    ...(ask.dialect && (dialects as readonly string[]).includes(ask.dialect)
      ? [`dialect:${ask.dialect}`]
      : []),
    ...(ask.flow && specialFlows.includes(ask.flow) ? [`flow:${ask.flow}`] : []),
  ];
}

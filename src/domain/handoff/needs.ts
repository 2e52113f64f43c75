import type { Flow } from '../flow/types.ts';

/** Dialects that can be asked for; somebody who speaks it comes first where there is one. */
const dialects = ['yue', 'wu', 'min', 'chuan', 'hakka'] as const;

/** What who takes a request should know. Chinese is known to all. */
export function needsOf(ask: {
  lng: string;
  dialect?: string;
  flow?: Pick<Flow, 'id' | 'needsSkill'>;
}): string[] {
  return [
    ...(ask.lng === 'zh-CN' ? [] : [`lng:${ask.lng}`]),
    ...(ask.dialect && (dialects as readonly string[]).includes(ask.dialect)
      ? [`dialect:${ask.dialect}`]
      : []),
    ...(ask.flow?.needsSkill ? [`flow:${ask.flow.id}`] : []),
  ];
}

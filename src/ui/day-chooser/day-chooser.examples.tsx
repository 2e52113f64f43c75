import { useState } from 'react';
import type { Example } from '../testing/example.ts';
import { DayChooser, type DayChooserProps, type DayChooserWords } from './day-chooser.tsx';

export const chineseWords: DayChooserWords = {
  today: '今天',
  yesterday: '昨天',
  dayBeforeYesterday: '前天',
  earlier: '更早的一天',
  whichYear: '哪一年？',
  earlierYears: '更早的年份',
  whichMonth: '哪个月？',
  whichDay: '哪一天？',
  back: '返回',
  chosen: '您选的是',
};

export function LiveDayChooser({ start, ...props }: Partial<DayChooserProps> & { start?: string }) {
  const [value, setValue] = useState(start);
  return (
    <DayChooser
      label="哪一天住的院？"
      today="2026-11-21"
      lng="zh-CN"
      words={chineseWords}
      {...props}
      value={value}
      onChange={(day) => {
        setValue(day);
        props.onChange?.(day);
      }}
    />
  );
}

export const examples: readonly Example[] = [
  { id: 'open', element: <LiveDayChooser /> },
  { id: 'near', element: <LiveDayChooser start="2026-11-20" /> },
  { id: 'earlier', element: <LiveDayChooser start="2026-03-05" /> },
  {
    id: 'wrong',
    element: <LiveDayChooser id="admittedOn" hint="出院小结上写着。" error="请选一天。" />,
  },
];

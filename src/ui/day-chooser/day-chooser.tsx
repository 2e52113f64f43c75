import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FieldProps } from '../field/field-frame.tsx';
import { GroupFrame } from '../field/group-frame.tsx';
import { Icon } from '../icon/icon.tsx';
import { addDays, daysIn, dayWriters, monthsIn, yearsIn } from './days.ts';
import { DayButton } from './day-button.tsx';
import './day-chooser.css';

export interface DayChooserWords {
  today: string;
  yesterday: string;
  dayBeforeYesterday: string;
  /** 更早的一天 */
  earlier: string;
  /** 哪一年？ */
  whichYear: string;
  earlierYears: string;
  whichMonth: string;
  whichDay: string;
  /** 返回: one question back. */
  back: string;
  /** Before the chosen day: 您选的是 */
  chosen: string;
}

export interface DayChooserProps extends FieldProps {
  /** `YYYY-MM-DD`, or nothing yet. */
  value: string | undefined;
  onChange: (day: string) => void;
  /** The last day offered: the server's today. */
  today: string;
  /** The first day offered. */
  from?: string;
  /** The days offered first, at most three; today and the two before it unless given. */
  near?: readonly { day: string; title: string }[];
  /** Language of the dates: `zh-CN`, `en`. */
  lng: string;
  words: DayChooserWords;
}

type View =
  | { at: 'near' }
  | { at: 'year'; shown: number }
  | { at: 'month'; year: number }
  | { at: 'day'; year: number; month: number };

const YEARS_AT_FIRST = 3;
const YEARS_MORE = 9;
const LONG_AGO = '1900-01-01';

/** A day by taps alone: the last three days at once, any other by year, month and day. Nothing is typed or scrolled. */
export function DayChooser({
  value,
  onChange,
  today,
  from = LONG_AGO,
  near: offered,
  lng,
  words,
  ...frame
}: DayChooserProps) {
  const [view, setView] = useState<View>({ at: 'near' });
  const heading = useRef<HTMLParagraphElement>(null);
  const hasMoved = useRef(false);
  const write = dayWriters(lng);
  const span = { from, to: today };

  // The button that was pressed is gone: focus goes to the new question, so that it is heard and seen.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [view]);
  const show = (next: View) => {
    hasMoved.current = true;
    setView(next);
  };

  const near = (
    offered ?? [
      { day: today, title: words.today },
      { day: addDays(today, -1), title: words.yesterday },
      { day: addDays(today, -2), title: words.dayBeforeYesterday },
    ]
  ).filter(({ day }) => day >= from && day <= today);
  const isEarlier = Boolean(value) && !near.some(({ day }) => day === value);
  const hasEarlier = addDays(from, near.length) <= today;

  const question = (words_: string, where?: ReactNode) => (
    <p ref={heading} tabIndex={-1} className="day-chooser-question">
      {where ? <span className="day-chooser-where">{where}</span> : null}
      {words_}
    </p>
  );
  const backTo = (previous: View) => (
    <DayButton className="day-chooser-back" onPress={() => show(previous)}>
      <Icon name="back" />
      {words.back}
    </DayButton>
  );

  return (
    <GroupFrame className="day-chooser" {...frame}>
      {() => (
        <>
          <div role="status" className="day-chooser-chosen">
            {value ? (
              <p ref={view.at === 'near' ? heading : undefined} tabIndex={-1}>
                <Icon name="good" />
                <span>
                  {words.chosen}{' '}
                  <strong>
                    <span className="day-chooser-piece">{write.date(value)}</span>{' '}
                    <span className="day-chooser-piece">{write.weekday(value)}</span>
                  </strong>
                </span>
              </p>
            ) : null}
          </div>

          {view.at === 'near' ? (
            <div className="day-chooser-near">
              {near.map(({ day, title }) => (
                <DayButton key={day} isChosen={day === value} onPress={() => onChange(day)}>
                  <strong>{title}</strong>{' '}
                  <span className="day-chooser-small">{write.short(day)}</span>
                </DayButton>
              ))}
              {hasEarlier ? (
                <DayButton
                  isChosen={isEarlier}
                  onPress={() => show({ at: 'year', shown: YEARS_AT_FIRST })}
                >
                  <strong>{words.earlier}</strong> <Icon name="forward" />
                </DayButton>
              ) : null}
            </div>
          ) : null}

          {view.at === 'year' ? (
            <>
              {question(words.whichYear)}
              <div className="day-chooser-grid day-chooser-years">
                {yearsIn(span)
                  .slice(0, view.shown)
                  .map((year) => (
                    <DayButton key={year} onPress={() => show({ at: 'month', year })}>
                      {write.year(`${year}-01-01`)}
                    </DayButton>
                  ))}
              </div>
              <div className="day-chooser-ways">
                {yearsIn(span).length > view.shown ? (
                  <DayButton onPress={() => show({ at: 'year', shown: view.shown + YEARS_MORE })}>
                    {words.earlierYears}
                  </DayButton>
                ) : null}
                {backTo({ at: 'near' })}
              </div>
            </>
          ) : null}

          {view.at === 'month' ? (
            <>
              {question(words.whichMonth, write.year(`${view.year}-01-01`))}
              <div className="day-chooser-grid day-chooser-months">
                {monthsIn(span, view.year).map((month) => (
                  <DayButton
                    key={month}
                    onPress={() => show({ at: 'day', year: view.year, month })}
                  >
                    {write.month(`${view.year}-${String(month).padStart(2, '0')}-01`)}
                  </DayButton>
                ))}
              </div>
              <div className="day-chooser-ways">
                {backTo({ at: 'year', shown: YEARS_AT_FIRST })}
              </div>
            </>
          ) : null}

          {view.at === 'day' ? (
            <>
              {question(
                words.whichDay,
                write.yearAndMonth(`${view.year}-${String(view.month).padStart(2, '0')}-01`),
              )}
              <div className="day-chooser-grid day-chooser-days">
                {daysIn(span, view.year, view.month).map((day) => (
                  <DayButton
                    key={day}
                    isChosen={day === value}
                    label={write.short(day)}
                    onPress={() => {
                      onChange(day);
                      show({ at: 'near' });
                    }}
                  >
                    {Number(day.slice(8))}
                  </DayButton>
                ))}
              </div>
              <div className="day-chooser-ways">{backTo({ at: 'month', year: view.year })}</div>
            </>
          ) : null}
        </>
      )}
    </GroupFrame>
  );
}

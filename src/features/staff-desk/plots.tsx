import type { QueueFigures } from '#domain/api/staff-queue.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';

/** The drawing's own units; the picture grows with its place. */
const WIDTH = 320;
const HEIGHT = 140;
const LEFT = 36;
const TOP = 10;
const BOTTOM = 24;
/** Room for what is drawn. */
const ROOM = HEIGHT - TOP - BOTTOM;
const within = ['within15', 'within20', 'within30'] as const;

/** Share answered within 15, 20 and 30 s, by age group. What is drawn stands in the table below as numbers. */
export function SharePlot({ groups }: Pick<QueueFigures, 'groups'>) {
  const { t } = useWords('staff-desk');
  const wide = (WIDTH - LEFT) / Math.max(1, groups.length);
  const bar = (wide - 12) / within.length;
  const y = (share: number) => TOP + ROOM * (1 - share);
  return (
    <figure className="agent-plot">
      <figcaption>{t('figures.sharePlot')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('figures.plotInTable')}>
        {[0, 0.5, 1].map((line) => (
          <g key={line}>
            <line x1={LEFT} x2={WIDTH} y1={y(line)} y2={y(line)} className="agent-plot-line" />
            <text x={LEFT - 4} y={y(line) + 4} textAnchor="end">
              {line * 100}%
            </text>
          </g>
        ))}
        {groups.map((group, i) => (
          <g key={group.ageBand}>
            {within.map((name, j) => {
              const value = group[name];
              if (value === null) return null;
              return (
                <rect
                  key={name}
                  className={`agent-plot-bar-${j}`}
                  x={LEFT + i * wide + 6 + j * bar}
                  y={y(value)}
                  width={bar - 2}
                  height={ROOM * value}
                />
              );
            })}
            <text x={LEFT + (i + 0.5) * wide} y={HEIGHT - 8} textAnchor="middle">
              {t(`ageShort.${group.ageBand}`)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** How many asked and how many were answered in each quarter of an hour. */
export function AskedPlot({ quarters }: Pick<QueueFigures, 'quarters'>) {
  const { t } = useWords('staff-desk');
  const dates = useDates();
  const most = Math.max(1, ...quarters.map(({ asked, answered }) => Math.max(asked, answered)));
  const x = (i: number) => LEFT + ((WIDTH - LEFT - 8) * i) / Math.max(1, quarters.length - 1);
  const y = (count: number) => TOP + ROOM * (1 - count / most);
  const path = (of: 'asked' | 'answered') =>
    quarters.map((quarter, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(quarter[of])}`).join('');
  const [first, last] = [quarters[0], quarters.at(-1)];
  return (
    <figure className="agent-plot">
      <figcaption>{t('figures.askedPlot')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('figures.askedPlot')}>
        <line x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} className="agent-plot-line" />
        <text x={LEFT - 4} y={y(most) + 8} textAnchor="end">
          {most}
        </text>
        <path d={path('asked')} className="agent-plot-asked" />
        <path d={path('answered')} className="agent-plot-answered" />
        {first && last ? (
          <>
            <text x={LEFT} y={HEIGHT - 4}>
              {dates.time(first.at)}
            </text>
            <text x={WIDTH - 4} y={HEIGHT - 4} textAnchor="end">
              {dates.time(last.at)}
            </text>
          </>
        ) : null}
      </svg>
      <p className="soft">{t('figures.askedKey')}</p>
    </figure>
  );
}

import type { ReactNode } from 'react';
import { TextLink } from '../text-link/text-link.tsx';
import './summary-list.css';

export interface SummaryRow {
  label: string;
  value: ReactNode;
  changeHref?: string;
  /** 修改; the row's label is added for whoever hears it. */
  changeLabel?: string;
  onChangePress?: () => void;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
}

/** What was answered, row by row, each with its way back to the question. */
export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl className="summary-list">
      {rows.map(({ label, value, changeHref, changeLabel, onChangePress }) => (
        <div key={label} className="summary-row">
          <dt>{label}</dt>
          <dd className="summary-value">{value}</dd>
          {changeHref && changeLabel ? (
            <dd className="summary-change">
              <TextLink href={changeHref} onPress={onChangePress}>
                {changeLabel} <span className="only-heard">{label}</span>
              </TextLink>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

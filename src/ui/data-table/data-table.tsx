import type { ReactNode } from 'react';
import './data-table.css';

export interface DataColumn {
  key: string;
  label: string;
  isNumber?: boolean;
}

export interface DataTableProps {
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly DataColumn[];
  /** The first cell names its row. */
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>> }[];
  /** Said where there are no rows. */
  empty?: ReactNode;
}

/** A plain table for staff. On a narrow screen each row becomes a card, and each cell keeps its column's name. */
export function DataTable({ caption, isCaptionHidden, columns, rows, empty }: DataTableProps) {
  return (
    <>
      <table className="data-table">
        <caption className={isCaptionHidden ? 'only-heard' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, isNumber }) => (
              <th key={key} scope="col" data-number={isNumber ? '' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {columns.map(({ key, label, isNumber }, index) => {
                const shared = {
                  'data-label': label,
                  'data-number': isNumber ? '' : undefined,
                  children: cells[key],
                };
                return index === 0 ? (
                  <th key={key} scope="row" {...shared} />
                ) : (
                  <td key={key} {...shared} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty ? <p className="data-table-empty">{empty}</p> : null}
    </>
  );
}

import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Figures stand to the right and under each other. */
  numeric?: boolean;
  /** Stays a column on a phone: the first, and one with what can be done. The rest is told in the second line. */
  onPhone?: boolean;
}

interface Props<T> {
  /** What the table is, for those who hear it. */
  caption: string;
  rows: T[];
  rowKey: (row: T) => string;
  columns: Column<T>[];
  /** The second line on a phone, in place of the columns that have no room there. */
  secondLine?: (row: T) => ReactNode;
}

/** A table on a desktop; on a phone the same table as rows of two lines. */
export function DataTable<T>({ caption, rows, rowKey, columns, secondLine }: Props<T>) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.key} scope="col" data-numeric={column.numeric} data-phone={index === 0 || column.onPhone}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (
              <td key={column.key} data-numeric={column.numeric} data-phone={index === 0 || column.onPhone}>
                {column.cell(row)}
                {index === 0 && secondLine && <div className={classes.second}>{secondLine(row)}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Column } from './table-view.ts';
import styles from './table.module.css';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Pick<Column<Row>, 'key' | 'header' | 'cell' | 'align'>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A few rows that are read as they stand: without filter, order of one's own or export. */
export function PlainTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className={styles.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, header, align }) => (
            <th key={key} scope="col" role="columnheader" data-align={align}>
              <span className={styles.head}>{header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ key, header, align, cell }) => (
              <td key={key} role="cell" data-label={header} data-align={align}>
                <div className={styles.cell}>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { TableFilter } from './table-filter.tsx';
import { TableHead } from './table-head.tsx';
import { TablePaging } from './table-paging.tsx';
import type { Column, TableState } from './table-view.ts';
import styles from './table.module.css';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** The rows of this page, and which page of how many it is. */
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  readonly rowKey: (row: Row) => string;
  readonly state: TableState;
  readonly onChange: (next: Partial<TableState>) => void;
  /** How many rows there are, in words. */
  readonly count: string;
  readonly filters?: ReactNode;
  readonly actions?: ReactNode;
  /** Other rows are on their way. */
  readonly busy?: boolean;
}

/** What every table looks like: filter and count above, heads that sort, rows, and the way to other pages below. */
export function TableFrame<Row>({
  caption,
  columns,
  rows,
  page,
  pages,
  rowKey,
  state,
  onChange,
  count,
  filters,
  actions,
  busy,
}: Props<Row>) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <div className={styles.tools}>
        <TableFilter value={state.filter} onChange={(filter) => onChange({ filter })} />
        {filters}
        <span className={styles.count} role="status">
          {count}
        </span>
        {actions}
      </div>
      <table className={styles.table} role="table" aria-busy={busy || undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} rows={rows} sort={state.sort} onSort={(sort) => onChange({ sort })} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td key={column.key} role="cell" data-label={column.header} data-align={column.align}>
                  <div className={styles.cell}>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <div className={styles.noMatch}>
          <p>{t('table.noMatch')}</p>
          {state.filter && (
            <Button size="small" onClick={() => onChange({ filter: '' })}>
              {t('table.clearFilter')}
            </Button>
          )}
        </div>
      )}
      {pages > 1 && <TablePaging page={page} pages={pages} onPage={(next) => onChange({ page: next })} />}
    </div>
  );
}

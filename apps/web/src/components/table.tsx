import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { saveFile, toCsv } from '../lib/csv.ts';
import { useLocale } from '../i18n/use-translation.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { TableHead } from './table-head.tsx';
import { cellText, viewTable, type Column } from './table-view.ts';
import styles from './table.module.css';
import { useTableState } from './use-table-state.ts';

interface Props<Row> {
  /** Short and unique on the page: the prefix of its address parameters and the name of its CSV file. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A column key, with a leading minus for descending. */
  readonly initialSort?: string;
  readonly pageSize?: number;
  /** More filters, standing beside the text filter. */
  readonly filters?: ReactNode;
  /** Shown instead of the table when there are no rows at all. */
  readonly empty?: ReactNode;
}

/** Rows that sort, filter, page and export; on small screens each row becomes a block of label and value. */
export function Table<Row>({
  name,
  caption,
  columns,
  rows,
  rowKey,
  initialSort = '',
  pageSize = 25,
  filters,
  empty,
}: Props<Row>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { state, change } = useTableState(name, initialSort);
  const view = viewTable(rows, columns, state, pageSize, locale);
  if (rows.length === 0 && empty) return empty;

  const exportCsv = () => {
    const exported = columns.filter((column) => !column.plain);
    const body = view.matching.map((row) => exported.map((column) => cellText(column, row)));
    saveFile(`${name}.csv`, toCsv([exported.map((column) => column.header), ...body]));
  };

  return (
    <div className={styles.frame}>
      <div className={styles.tools}>
        <label className={styles.filter}>
          <span className="visually-hidden">{t('table.filter')}</span>
          <Icon name="filter" />
          <input
            type="search"
            value={state.filter}
            placeholder={t('table.filterHint')}
            onChange={(event) => change({ filter: event.target.value })}
          />
        </label>
        {filters}
        <span className={styles.count} role="status">
          {view.matching.length === rows.length
            ? t('table.rows', { total: rows.length })
            : t('table.rowsFiltered', { shown: view.matching.length, total: rows.length })}
        </span>
        <Button size="small" icon="download" onClick={exportCsv}>
          {t('table.export')}
        </Button>
      </div>
      <table className={styles.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} sort={state.sort} onSort={(sort) => change({ sort })} />
        <tbody role="rowgroup">
          {view.rows.map((row) => (
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
      {view.matching.length === 0 && (
        <div className={styles.noMatch}>
          <p>{t('table.noMatch')}</p>
          {state.filter && (
            <Button size="small" onClick={() => change({ filter: '' })}>
              {t('table.clearFilter')}
            </Button>
          )}
        </div>
      )}
      {view.pages > 1 && (
        <nav className={styles.paging} aria-label={t('table.paging')}>
          <IconButton
            icon="left"
            label={t('table.previousPage')}
            disabled={view.page === 1}
            onClick={() => change({ page: view.page - 1 })}
          />
          <span>{t('table.page', { page: view.page, pages: view.pages })}</span>
          <IconButton
            icon="right"
            label={t('table.nextPage')}
            disabled={view.page === view.pages}
            onClick={() => change({ page: view.page + 1 })}
          />
        </nav>
      )}
    </div>
  );
}

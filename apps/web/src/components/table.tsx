import type { ReactNode } from 'react';
import { useLocale, useTranslation } from '../i18n/use-translation.ts';
import { saveFile, toCsv } from '../lib/csv.ts';
import { Button } from './button.tsx';
import { TableFrame } from './table-frame.tsx';
import { csvRows, viewTable, type Column } from './table-view.ts';
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

/** Rows that are all here: they sort, filter, page and export; on small screens each becomes a block of label and value. */
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
  return (
    <TableFrame
      caption={caption}
      columns={columns}
      rows={view.rows}
      page={view.page}
      pages={view.pages}
      rowKey={rowKey}
      state={state}
      onChange={change}
      filters={filters}
      count={
        view.matching.length === rows.length
          ? t('table.rows', { total: rows.length })
          : t('table.rowsFiltered', { shown: view.matching.length, total: rows.length })
      }
      actions={
        <Button
          size="small"
          icon="download"
          onClick={() => saveFile(`${name}.csv`, toCsv(csvRows(columns, view.matching)))}
        >
          {t('table.export')}
        </Button>
      }
    />
  );
}

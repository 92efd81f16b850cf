import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from './icon.tsx';
import type { Column } from './table-view.ts';
import styles from './table.module.css';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** Those of this page. */
  readonly rows: readonly Row[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** Column heads; those that sort are buttons that go ascending, descending, and back to the given order. */
export function TableHead<Row>({ columns, rows, sort, onSort }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => {
          const up = sort === column.key;
          const down = sort === `-${column.key}`;
          const next = up ? `-${column.key}` : down ? '' : column.key;
          return (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              data-align={column.align}
              aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
            >
              {column.sortBy || column.sorts ? (
                <button
                  type="button"
                  className={styles.sort}
                  title={t('table.sortBy', { column: column.header })}
                  onClick={() => onSort(next)}
                >
                  {column.header}
                  <Icon name={up ? 'up' : down ? 'down' : 'sort'} size={14} />
                </button>
              ) : (
                (column.head?.(rows) ?? <span className={styles.head}>{column.header}</span>)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

import { usualRows } from '@ennead/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from '../lib/format.ts';
import { fetchPage, type PagedList, type PagedPath, type PagedQuery, type RowOf } from '../lib/paged.ts';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';
import { TableExport } from './table-export.tsx';
import { TableFrame } from './table-frame.tsx';
import type { Column } from './table-view.ts';
import { useTableState } from './use-table-state.ts';

/** As many as may be asked for. */
const mostPages = 1_000_000;

interface Props<Path extends PagedPath> {
  /** Short and unique on the page: the prefix of its address parameters, and the name of its CSV file where none is given. */
  readonly name: string;
  readonly caption: string;
  readonly fileName?: string;
  /** Those with `sorts` are sorted by the server, under their key. */
  readonly columns: readonly Column<RowOf<Path>>[];
  readonly list: PagedList<Path>;
  /** What tells it from others at the same path. */
  readonly part?: PagedQuery;
  /** What the reader filters it by, beside the text. */
  readonly query?: PagedQuery;
  readonly rowKey: (row: RowOf<Path>) => string;
  /** Shown instead of the table when there is nothing and nothing was filtered. */
  readonly empty?: ReactNode;
}

/** A list that the server sorts, filters and pages. While other rows are on their way, the old ones stay. */
export function PagedTable<Path extends PagedPath>({
  name,
  caption,
  fileName = name,
  columns,
  list,
  part = {},
  query: filters = {},
  rowKey,
  empty,
}: Props<Path>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, change } = useTableState(name, '');
  const sorts = columns.some(({ key, sorts: can }) => can && key === state.sort.replace(/^-/, ''));
  const filter = { ...filters, q: state.filter.slice(0, 100) || undefined };
  const query = { ...part, ...filter, sort: sorts ? state.sort : undefined };
  const asked = {
    ...query,
    page: String(Math.min(Math.max(1, Math.round(state.page)), mostPages)),
    size: String(usualRows),
  };
  const answer = useQuery({
    queryKey: [...list.queryKey, list.path, asked],
    queryFn: ({ signal }) => fetchPage(list, asked, signal),
    placeholderData: keepPreviousData,
  });
  if (answer.isPending) return <Loading lines={8} />;
  if (!answer.data) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;

  const { rows, total, page, size } = answer.data;
  const isWhole = Object.values(filter).every((value) => value === undefined);
  if (total === 0 && isWhole && empty) return empty;
  const from = (page - 1) * size + 1;
  return (
    <>
      {answer.error && <ErrorState error={answer.error} inline onRetry={() => void answer.refetch()} />}
      <TableFrame
        caption={caption}
        columns={columns}
        rows={rows}
        page={page}
        pages={Math.max(1, Math.ceil(total / size))}
        rowKey={rowKey}
        state={state}
        onChange={change}
        busy={answer.isPlaceholderData}
        count={
          rows.length === 0
            ? t('table.rows', { total: format.number(total) })
            : t('table.range', {
                from: format.number(from),
                to: format.number(from + rows.length - 1),
                total: format.number(total),
              })
        }
        actions={<TableExport name={fileName} columns={columns} list={list} query={query} rowKey={rowKey} />}
      />
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { saveFile, toCsv } from '../lib/csv.ts';
import { fetchAll } from '../lib/fetch-all.ts';
import type { PagedList, PagedPath, PagedQuery, RowOf } from '../lib/paged.ts';
import { useProblemText } from '../lib/problem-text.ts';
import { toast } from '../lib/toast.ts';
import { useAct } from '../lib/use-act.ts';
import { Button } from './button.tsx';
import { csvRows, type Column } from './table-view.ts';

interface Props<Path extends PagedPath> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<RowOf<Path>>[];
  readonly list: PagedList<Path>;
  readonly query: PagedQuery;
  readonly rowKey: (row: RowOf<Path>) => string;
}

/** Fetches everything that fits and saves it; the button counts along. */
export function TableExport<Path extends PagedPath>({ name, columns, list, query, rowKey }: Props<Path>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [share, setShare] = useState(0);
  const save = useAct({
    mutationFn: () => fetchAll({ list, query, rowKey }, setShare),
    onSuccess: (rows) => saveFile(`${name}.csv`, toCsv(csvRows(columns, rows))),
    onError: (error) => toast(problemText(error), { tone: 'bad' }),
    onSettled: () => setShare(0),
  });
  return (
    <Button size="small" icon="download" busy={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? t('table.exporting', { percent: Math.round(share * 100) }) : t('table.export')}
    </Button>
  );
}

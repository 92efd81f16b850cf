import type { WorkView } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import tableStyles from '../../../components/table.module.css';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';

const kinds = ['events', 'failing', 'overdue', 'gradings', 'stalled', 'reviews'] as const;

/** What waits to be done, and since when the oldest of it does. */
export function WaitingTable({ work }: { readonly work: WorkView }) {
  const { t } = useTranslation('admin');
  const { number } = useFormat();
  const heads = [t('work.what'), t('work.count'), t('work.oldest')];
  return (
    <table className={tableStyles.table} role="table">
      <caption className="visually-hidden">{t('work.waiting')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} scope="col" role="columnheader">
              <span className={tableStyles.head}>{head}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {kinds.map((kind) => {
          const { count, oldestAt } = work[kind];
          const cells = [
            t(`work.kind.${kind}`),
            number(count),
            oldestAt ? <DateTime key="at" instant={oldestAt} /> : '–',
          ];
          return (
            <tr key={kind} role="row">
              {cells.map((cell, at) => (
                <td key={heads[at]} role="cell" data-label={heads[at]}>
                  <div className={tableStyles.cell}>{cell}</div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

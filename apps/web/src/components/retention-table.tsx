import type { RetentionRow } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useLocalized } from '../lib/localized.ts';
import styles from './table.module.css';

const columns = ['what', 'purpose', 'ground', 'until'] as const;

/** What is recorded of people: what for, on what ground, until when. On a narrow page a block for each row. */
export function RetentionTable({ rows }: { readonly rows: readonly RetentionRow[] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <table className={styles.table} role="table">
      <caption className="visually-hidden">{t('retention.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`retention.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            {columns.map((column) => (
              <td key={column} role="cell" data-label={t(`retention.${column}`)}>
                <div className={styles.cell}>{text(row[column])}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from '../i18n/use-translation.ts';
import type { Chosen } from '../lib/use-chosen.ts';
import styles from './choosing.module.css';
import type { Column } from './table-view.ts';

interface Options<Row> {
  readonly chosen: Chosen<Row>;
  readonly canChoose?: (row: Row) => boolean;
  readonly nameOf: (row: Row) => string;
}

/** A column to choose rows by, one by one or all that stand on the page. */
export function useChoiceColumn<Row>({ chosen, canChoose = () => true, nameOf }: Options<Row>): Column<Row> {
  const { t } = useTranslation();
  return {
    key: 'choose',
    header: t('choosing.header'),
    plain: true,
    head: (all) => {
      const rows = all.filter(canChoose);
      const count = rows.filter(chosen.has).length;
      if (rows.length === 0) return null;
      return (
        <label className={styles.all}>
          <input
            type="checkbox"
            className={styles.choice}
            checked={count === rows.length}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && count < rows.length;
            }}
            onChange={({ target }) => chosen.put(rows, target.checked)}
          />
          {t('choosing.all')}
        </label>
      );
    },
    cell: (row) =>
      canChoose(row) && (
        <input
          type="checkbox"
          className={styles.choice}
          aria-label={t('choosing.one', { name: nameOf(row) })}
          checked={chosen.has(row)}
          onChange={({ target }) => chosen.put([row], target.checked)}
        />
      ),
  };
}

import type { DutyView } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import tableStyles from '../../../components/table.module.css';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../admin.module.css';

/** What the worker in office does again and again, and how it went. */
export function DutiesTable({ duties }: { readonly duties: readonly DutyView[] }) {
  const { t } = useTranslation('admin');
  const heads = [t('work.duty'), t('work.state'), t('work.ranAt'), t('work.didAt'), t('work.worker')];
  return (
    <table className={tableStyles.table} role="table">
      <caption className="visually-hidden">{t('work.duties')}</caption>
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
        {duties.map((duty) => {
          const cells = [
            <span key="name" className={styles.name}>
              {t(`work.dutyName.${duty.name}`)}
            </span>,
            <State key="state" duty={duty} />,
            duty.ranAt ? <DateTime key="ran" instant={duty.ranAt} /> : '–',
            duty.didAt ? <DateTime key="did" instant={duty.didAt} /> : '–',
            duty.worker ? <code key="worker">{duty.worker}</code> : '–',
          ];
          return (
            <tr key={duty.name} role="row">
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

function State({ duty: { silent, failures, fault } }: { readonly duty: DutyView }) {
  const { t } = useTranslation('admin');
  if (silent) return <StateMark tone="bad">{t('work.silent')}</StateMark>;
  if (failures === 0) return <StateMark tone="good">{t('work.well')}</StateMark>;
  return (
    <div>
      <StateMark tone="warn">{t('work.failed', { count: failures })}</StateMark>
      {fault && (
        <p className={styles.code} lang="en">
          {fault}
        </p>
      )}
    </div>
  );
}

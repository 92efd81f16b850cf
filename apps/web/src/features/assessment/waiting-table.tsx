import type { WaitingScript } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './assessment.module.css';

/** Scripts that fewer people mark than have to, and what is to be done about each. */
export function WaitingTable({ waiting }: { readonly waiting: readonly WaitingScript[] }) {
  const { t } = useTranslation('assessment');
  if (waiting.length === 0)
    return <EmptyState title={t('waiting.empty')}>{t('waiting.emptyText')}</EmptyState>;
  return (
    <PlainTable
      caption={t('waiting.title')}
      rows={waiting}
      rowKey={({ portfolioId }) => portfolioId}
      columns={[
        {
          key: 'code',
          header: t('script.code'),
          cell: ({ code, role, level }) => (
            <div className={styles.lines}>
              <code>{code}</code>
              <span className={styles.faint}>
                {t('script.role', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) })}
              </span>
            </div>
          ),
        },
        {
          key: 'submitted',
          header: t('waiting.submitted'),
          cell: ({ submittedAt }) => <DateTime instant={submittedAt} />,
        },
        {
          key: 'missing',
          header: t('waiting.missing'),
          cell: ({ kind, missingCount }) => t(`waiting.missingOf.${kind}`, { count: missingCount }),
        },
        {
          key: 'may',
          header: t('waiting.may'),
          cell: (script) => <Available script={script} />,
        },
      ]}
    />
  );
}

function Available({ script: { kind, mayCount, missingCount } }: { readonly script: WaitingScript }) {
  const { t } = useTranslation('assessment');
  const isEnough = mayCount >= missingCount;
  return (
    <div className={styles.lines}>
      <StateMark tone={isEnough ? 'active' : 'bad'}>{t('waiting.mayCount', { count: mayCount })}</StateMark>
      <span className={styles.soft}>{isEnough ? t('waiting.soon') : t(`waiting.whatNow.${kind}`)}</span>
    </div>
  );
}

import type { HandedBackScript } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './assessment.module.css';

/** What went from somebody to somebody else lately, and why. */
export function HandedBackTable({ scripts }: { readonly scripts: readonly HandedBackScript[] }) {
  const { t } = useTranslation('assessment');
  return (
    <Table
      name="handed-back"
      caption={t('handedBack.title')}
      rows={scripts}
      rowKey={({ reviewId }) => reviewId}
      pageSize={10}
      empty={<EmptyState title={t('handedBack.empty')}>{t('handedBack.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'code',
          header: t('script.code'),
          sortBy: ({ code }) => code,
          cell: ({ code }) => <code>{code}</code>,
        },
        {
          key: 'reviewer',
          header: t('handedBack.from'),
          sortBy: ({ reviewerName }) => reviewerName,
          cell: ({ reviewerName }) => reviewerName,
        },
        {
          key: 'at',
          header: t('handedBack.at'),
          sortBy: ({ endedAt }) => endedAt,
          cell: ({ endedAt }) => <DateTime instant={endedAt} />,
        },
        {
          key: 'why',
          header: t('handedBack.why'),
          text: ({ why, reason }) => [t(`handedBack.end.${why}`), reason].filter(Boolean).join(' '),
          cell: ({ why, reason }) => (
            <div className={styles.lines}>
              <span>{t(`handedBack.end.${why}`)}</span>
              {reason && <span className={styles.written}>{reason}</span>}
            </div>
          ),
        },
      ]}
    />
  );
}

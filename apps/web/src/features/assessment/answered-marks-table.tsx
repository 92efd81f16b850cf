import type { AnsweredMarks } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './assessment.module.css';

/** What was said of marks in question, by whom and why. */
export function AnsweredMarksTable({ marks }: { readonly marks: readonly AnsweredMarks[] }) {
  const { t } = useTranslation('assessment');
  const { t: tieWords } = useTranslation('ties');
  const words = useTranslation('exceptions');
  const format = useFormat();
  return (
    <Table
      name="answered-marks"
      caption={t('marks.answered')}
      rows={marks}
      rowKey={({ id }) => id}
      pageSize={10}
      empty={null}
      columns={[
        {
          key: 'code',
          header: t('script.code'),
          sortBy: ({ code }) => code,
          cell: ({ code }) => <code>{code}</code>,
        },
        {
          key: 'reviewer',
          header: t('marks.by'),
          sortBy: ({ reviewerName }) => reviewerName,
          cell: ({ reviewerName, ties }) => (
            <div className={styles.lines}>
              <span className={styles.name}>{reviewerName}</span>
              <span className={styles.faint}>{format.list(ties.map((tie) => tieWords(`tie.${tie}`)))}</span>
            </div>
          ),
        },
        {
          key: 'answer',
          header: t('marks.outcome'),
          text: ({ answer, reason }) => `${words.t(`marks.answer.${answer}`)} ${reason}`,
          cell: ({ answer, reason }) => (
            <div className={styles.lines}>
              <span>{words.t(`marks.answer.${answer}`)}</span>
              <span className={styles.written}>{reason}</span>
            </div>
          ),
        },
        {
          key: 'at',
          header: t('marks.answeredBy'),
          sortBy: ({ answeredAt }) => answeredAt,
          cell: ({ answeredBy, answeredAt }) => (
            <div className={styles.lines}>
              <span>{answeredBy}</span>
              <span className={styles.faint}>
                <DateTime instant={answeredAt} />
              </span>
            </div>
          ),
        },
      ]}
    />
  );
}

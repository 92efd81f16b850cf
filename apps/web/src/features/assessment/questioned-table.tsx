import type { QuestionedMarks } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './assessment.module.css';
import { useTieText } from './use-tie-text.ts';

interface Props {
  readonly marks: readonly QuestionedMarks[];
  readonly onAnswer: (marks: QuestionedMarks) => void;
}

/** Which script, whose marks, by which tie and since when, and how the case stands; those that wait longest first. */
export function QuestionedTable({ marks, onAnswer }: Props) {
  const { t } = useTranslation('assessment');
  const tieText = useTieText();
  const stateOf = ({ answers, isProposed }: QuestionedMarks) =>
    isProposed ? 'proposed' : answers.includes('set-aside') ? 'undecided' : 'decided';
  return (
    <Table
      name="questioned"
      caption={t('marks.title')}
      rows={marks}
      rowKey={({ reviewId }) => reviewId}
      empty={<EmptyState title={t('marks.empty')}>{t('marks.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'code',
          header: t('script.code'),
          sortBy: ({ code }) => code,
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
          key: 'reviewer',
          header: t('marks.by'),
          sortBy: ({ reviewerName }) => reviewerName,
          cell: ({ reviewerName, kind, submittedAt }) => (
            <div className={styles.lines}>
              <span className={styles.name}>{reviewerName}</span>
              <span className={styles.faint}>
                {t(`kind.${kind}`)} · <DateTime instant={submittedAt} show="date" />
              </span>
            </div>
          ),
        },
        {
          key: 'ties',
          header: t('marks.tie'),
          text: ({ ties }) => ties.map(tieText).join(' '),
          cell: ({ ties }) => (
            <div className={styles.lines}>
              {ties.map((tie) => (
                <span key={tie.tie}>{tieText(tie)}</span>
              ))}
            </div>
          ),
        },
        {
          key: 'state',
          header: t('marks.case'),
          sortBy: stateOf,
          cell: (one) => (
            <StateMark tone={stateOf(one) === 'decided' ? 'bad' : 'warn'} isSentence>
              {t(`marks.state.${stateOf(one)}`)}
            </StateMark>
          ),
        },
        {
          key: 'acts',
          header: t('scripts.acts'),
          plain: true,
          cell: (one) => (
            <span className={styles.oneLine}>
              <Button
                size="small"
                aria-label={t('marks.answerOf', { code: one.code, name: one.reviewerName })}
                onClick={() => onAnswer(one)}
              >
                {t('marks.answer')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

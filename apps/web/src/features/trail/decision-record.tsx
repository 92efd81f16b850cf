import type { DecisionRecord as Made } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './trail.module.css';

/** Every decision with its reason, and what the second person said to it. */
export function DecisionRecord({ decisions }: { readonly decisions: readonly Made[] }) {
  const { t } = useTranslation('trail');
  return (
    <div id="decision" className={styles.section} tabIndex={-1}>
      <Card title={t('decision.title')}>
        {decisions.length === 0 ? (
          <p>{t('decision.none')}</p>
        ) : (
          <ol role="list" className={styles.list}>
            {decisions.map((decision) => (
              <li key={decision.id}>
                <Decision decision={decision} />
              </li>
            ))}
          </ol>
        )}
      </Card>
    </div>
  );
}

function Decision({ decision }: { readonly decision: Made }) {
  const { t } = useTranslation('trail');
  const format = useFormat();
  const { outcome, grade, withdrawnGrade, certifierName, madeAt, reason, answer } = decision;
  return (
    <>
      <strong>{t(`decision.line.${outcome}`, { grade: grade ?? withdrawnGrade ?? '' })}</strong>
      <span className={styles.faint}>
        {t('decision.by', { name: certifierName, time: format.dateTimeSec(madeAt) })}
      </span>
      <blockquote className={styles.quoted} translate="no">
        {reason}
      </blockquote>
      {answer && (
        <>
          <span className={styles.faint}>
            {t(`decision.answer.${answer.answer}`, {
              name: answer.name,
              time: format.dateTimeSec(answer.at),
            })}
          </span>
          <blockquote className={styles.quoted} translate="no">
            {answer.reason}
          </blockquote>
        </>
      )}
    </>
  );
}

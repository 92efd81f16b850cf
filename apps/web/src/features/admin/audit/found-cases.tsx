import type { NamedCase } from '@ennead/contracts';
import { ButtonLink } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useSubjectText } from '../../../lib/subject-text.ts';
import styles from '../admin.module.css';

/** The cases of whom or what was searched for, each with the way to its trail. */
export function FoundCases({ cases }: { readonly cases: readonly NamedCase[] }) {
  const { t } = useTranslation('admin');
  const subjectText = useSubjectText();
  if (cases.length === 0) return null;
  return (
    <Card title={t('audit.cases')}>
      <ul role="list" className={styles.cases}>
        {cases.map(({ entryId, subject }) => (
          <li key={entryId}>
            <span>
              {subjectText(subject)}
              {subject.number !== null && (
                <span className={styles.faint}> {t('audit.caseTry', { number: subject.number })}</span>
              )}
            </span>
            <ButtonLink
              size="small"
              to={`/trail/${entryId}`}
              aria-label={t('audit.openCaseOf', { name: subjectText(subject) })}
            >
              {t('audit.openCase')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

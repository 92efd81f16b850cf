import { useTranslation } from '../../../i18n/use-translation.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import styles from '../admin.module.css';
import { describeMissing, type Missing } from './describe-missing.ts';

/** Below a refusal for want of content: what exactly is missing. */
export function MissingContent({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('admin');
  if (!(error instanceof ApiProblem) || error.code !== 'CONTENT_MISSING' || error.errors.length === 0)
    return null;
  const words = (missing: Missing): string => {
    if (missing.kind === 'items') {
      const { competency, asked, available } = missing;
      return t('newSession.shortage', { competency, asked, available });
    }
    return missing.kind === 'other'
      ? t('newSession.otherContent')
      : t(`newSession.missingKind.${missing.kind}`);
  };
  return (
    <div className={styles.missing}>
      <p>{t('newSession.missing')}</p>
      <ul>
        {describeMissing(error.errors).map((missing) => (
          <li key={words(missing)}>{words(missing)}</li>
        ))}
      </ul>
    </div>
  );
}

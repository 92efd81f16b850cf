import { useTranslation } from '../../../i18n/use-translation.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import styles from '../admin.module.css';
import { describeMissing } from './describe-missing.ts';
import { useLackWords } from './lack-words.ts';

/** Below a refusal for want of content: what exactly is missing. */
export function MissingContent({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('admin');
  const words = useLackWords();
  if (!(error instanceof ApiProblem) || error.code !== 'CONTENT_MISSING' || error.errors.length === 0)
    return null;
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

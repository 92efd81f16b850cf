import { useTranslation } from '../../../i18n/use-translation.ts';
import { ApiProblem } from '../../../lib/api-problem.ts';
import styles from '../admin.module.css';
import { describeMissing, describeUnusable, type Missing } from './describe-missing.ts';
import { useLackWords } from './lack-words.ts';

/** Below a refusal for want of content: what exactly is missing or damaged. */
export function MissingContent({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('admin');
  const words = useLackWords();
  if (!(error instanceof ApiProblem)) return null;
  const isDamaged = error.code === 'CONTENT_UNUSABLE';
  let missing: readonly Missing[] = [];
  if (isDamaged) missing = describeUnusable(error.errors);
  else if (error.code === 'CONTENT_MISSING') missing = describeMissing(error.errors);
  if (missing.length === 0) return null;
  return (
    <div className={styles.missing}>
      <p>{t(isDamaged ? 'newSession.notOffered' : 'newSession.missing')}</p>
      <ul>
        {missing.map((one) => (
          <li key={words(one)}>{words(one)}</li>
        ))}
      </ul>
    </div>
  );
}

import type { SessionChoice } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../admin.module.css';
import { useLackWords } from './lack-words.ts';

/** What is published and cannot be read, and so is not offered even where something else is ready. */
export function UnusableContents({ choices }: { readonly choices: readonly SessionChoice[] }) {
  const { t } = useTranslation('admin');
  const words = useLackWords();
  const each = new Set(choices.flatMap(({ unusable }) => unusable.map(words)));
  if (each.size === 0) return null;
  return (
    <div className={styles.missing}>
      <p>{t('newSession.notOffered')}</p>
      <ul>
        {[...each].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

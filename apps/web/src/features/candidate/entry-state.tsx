import type { OwnEntry } from '@ennead/contracts';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useTryText } from '../../lib/try-text.ts';
import styles from './candidate-page.module.css';

/** Which try it is where that says something, and what became of it where that is not told by its parts. */
export function EntryState({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const tryText = useTryText()(entry);
  const { state, cause } = entry;
  const special = state === 'excused' || state === 'replaced' || state === 'reopened' ? state : null;
  if (!tryText && !special) return null;
  return (
    <>
      <div className={styles.marks}>
        {tryText && <Badge>{tryText}</Badge>}
        {special && (
          <StateMark tone={special === 'reopened' ? 'active' : 'neutral'}>
            {t(`common:entry.state.${special}`)}
          </StateMark>
        )}
      </div>
      {special && <p className={styles.about}>{t(`entryState.${special}`)}</p>}
      {!special && cause === 'mock' && <p className={styles.about}>{t('entryState.mock')}</p>}
    </>
  );
}

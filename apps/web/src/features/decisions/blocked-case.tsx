import type { ConflictKind } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './case-page.module.css';

/** Where the focus goes when a case closes under whoever looked at it. */
export const blockedId = 'blocked';

/** Why this certifier neither sees nor decides the case, and who does. */
export function BlockedCase({ conflicts }: { readonly conflicts: readonly ConflictKind[] }) {
  const { t } = useTranslation('decisions');
  const isBlind = conflicts.includes('assessor') || conflicts.includes('moderator');
  return (
    <div id={blockedId} tabIndex={-1}>
      <Card title={t('blocked.title')}>
        <div className={styles.marks}>
          {conflicts.map((conflict) => (
            <StateMark key={conflict} tone="bad" icon="lock">
              {t(`conflict.${conflict}`)}
            </StateMark>
          ))}
        </div>
        <p>{t('blocked.text')}</p>
        <p>{t('blocked.noEvidence')}</p>
        {isBlind && <p>{t('blocked.noName')}</p>}
      </Card>
    </div>
  );
}

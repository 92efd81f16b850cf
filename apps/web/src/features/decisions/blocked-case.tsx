import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceView } from '@ennead/contracts';
import { useState } from 'react';
import { AskException } from '../../components/ask-exception.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { refreshCase } from '../../queries/decisions.ts';
import styles from './case-page.module.css';

/** Where the focus goes when a case closes under whoever looked at it. */
export const blockedId = 'blocked';

/** Why this certifier neither sees nor decides the case, and who does. */
export function BlockedCase({ view }: { readonly view: EvidenceView }) {
  const { conflicts, entryId, mayAskException } = view;
  const { t } = useTranslation('decisions');
  const words = useTranslation('exceptions');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
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
        {mayAskException && <Button onClick={() => setAsking(true)}>{words.t('ask.open')}</Button>}
      </Card>
      {asking && (
        <AskException
          act="decide"
          subject={{ on: 'entry', id: entryId }}
          onClose={() => setAsking(false)}
          onAsked={() => void refreshCase(client, entryId)}
        />
      )}
    </div>
  );
}

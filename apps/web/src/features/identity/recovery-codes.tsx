import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './identity.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** The one moment at which recovery codes can be seen. */
export function RecoveryCodes({ codes, onSaved }: Props) {
  const { t } = useTranslation('account');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1}>
      <Card title={t('secondFactor.codesTitle')}>
        <div className={styles.form}>
          <p>{t('secondFactor.codesLead')}</p>
          <ul role="list" className={styles.codes} translate="no">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p className={styles.note}>{t('secondFactor.codesOnce')}</p>
          <div className={styles.acts}>
            <CopyButton text={codes.join('\n')} />
            <Button tone="primary" onClick={onSaved}>
              {t('secondFactor.saved')}
            </Button>
          </div>
        </div>
      </Card>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './identity.module.css';

interface Props {
  readonly email: string;
  readonly of: 'register' | 'forgotten';
  readonly onAgain: () => void;
}

/** Says that a letter is on its way, and what to do where none comes. */
export function LetterSent({ email, of, onAgain }: Props) {
  const { t } = useTranslation('account');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Page width="narrow" title={t(`${of}.sentTitle`)}>
      <div ref={ref} tabIndex={-1} className={styles.form} role="status">
        <p>{t(`${of}.sent`, { email })}</p>
        <p className={styles.note}>{t(`${of}.nothing`)}</p>
      </div>
      <p>
        <Button onClick={onAgain}>{t(`${of}.again`)}</Button>
      </p>
    </Page>
  );
}

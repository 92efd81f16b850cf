import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './home-page.module.css';

/** Takes a number to its public page. */
export function VerifyBox() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void navigate(number.trim() ? `/verify/${encodeURIComponent(number.trim())}` : '/verify');
  };
  return (
    <section className={styles.section} aria-labelledby="home-verify">
      <h2 id="home-verify">{t('verifyTitle')}</h2>
      <form className={styles.verify} onSubmit={submit}>
        <TextField
          label={t('verifyNumber')}
          hint={t('verifyText')}
          value={number}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button type="submit" icon="search">
          {t('verify')}
        </Button>
      </form>
    </section>
  );
}

import { typedNumberLength } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './verify.module.css';

/** Takes a number to its own address, so that every answer can be linked. */
export function NumberForm({ initial = '' }: { readonly initial?: string }) {
  const { t } = useTranslation('verify');
  const navigate = useNavigate();
  const [number, setNumber] = useState(initial);
  const [checked, setChecked] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    const typed = number.trim();
    if (typed) void navigate(`/verify/${encodeURIComponent(typed)}`);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('number')}
        hint={t('hint')}
        value={number}
        maxLength={typedNumberLength}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={checked && !number.trim() ? t('missing') : null}
        onChange={(event) => setNumber(event.target.value)}
      />
      <div>
        <Button type="submit" tone="primary" icon="search">
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}

import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { giveCode } from '../../queries/identity.ts';
import { CodeField } from './code-field.tsx';
import styles from './identity.module.css';
import { useArrival } from './use-arrival.ts';

/** The second step of a log-in, after the password was right. */
export function CodeStep({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('account');
  const arrive = useArrival();
  const give = useAct({ mutationFn: giveCode, onSuccess: arrive });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/log-in/code', {
    shows: ['code'],
    initial: { code: '' },
    refusal: give.error,
    onSubmit: give.mutate,
  });
  return (
    <Page width="narrow" title={t('code.title')} lead={t('code.lead')}>
      <form className={styles.form} {...form}>
        {/* Whoever gave a password is about to give the code. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <CodeField autoFocus hint={t('code.hint')} {...field('code', t('fault.code'))} />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <Button type="submit" tone="primary" wide busy={busy || give.isPending}>
          {t('code.submit')}
        </Button>
      </form>
      <div className={styles.beside}>
        <p>
          <Button tone="quiet" onClick={onAgain}>
            {t('code.again')}
          </Button>
        </p>
        <p className={styles.note}>
          {t('code.lost')} <Link to="/contact">{t('code.contact')}</Link>
        </p>
      </div>
    </Page>
  );
}

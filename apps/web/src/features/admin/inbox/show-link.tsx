import { Button } from '../../../components/button.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { showMessageLink } from '../../../queries/messages.ts';
import styles from './inbox.module.css';

/** The one-time link of a letter, once somebody asks for it: the server records that they did. */
export function ShowLink({ id }: { readonly id: string }) {
  const { t } = useTranslation('admin');
  const show = useAct({ mutationFn: () => showMessageLink(id), gcTime: 0 });
  if (show.data) return <CopyField label={t('inbox.letter.link')} text={show.data.link} />;
  return (
    <div className={styles.act}>
      <p>{t('inbox.letter.showLinkText')}</p>
      {show.error && <ErrorState error={show.error} inline />}
      <Button icon="eye" busy={show.isPending} onClick={() => show.mutate()}>
        {t('inbox.letter.showLink')}
      </Button>
    </div>
  );
}

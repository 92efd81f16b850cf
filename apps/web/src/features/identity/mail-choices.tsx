import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from '../../components/checkbox.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { chooseNotices, noticeChoicesQuery } from '../../queries/notices.ts';
import styles from './identity.module.css';

/** Of which kinds somebody has notices by mail as well; what duty demands is named and stays. */
export function MailChoices() {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const choices = useQuery(noticeChoicesQuery);
  const choose = useAct({
    mutationFn: chooseNotices,
    onSettled: () => client.invalidateQueries({ queryKey: noticeChoicesQuery.queryKey }),
  });
  if (choices.isPending) return <Loading lines={4} />;
  if (!choices.data) return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  const all = choices.data.choices;
  return (
    <div className={styles.choices}>
      <p>{t('choices.lead')}</p>
      {choose.error && <ErrorState error={choose.error} inline />}
      <fieldset className={styles.choiceBoxes}>
        <legend>{t('choices.legend')}</legend>
        {all
          .filter(({ fixed }) => !fixed)
          .map(({ kind, mail }) => (
            <Checkbox
              key={kind}
              label={t(`kind.${kind}`)}
              checked={mail}
              onChange={(event) => choose.mutate({ kind, mail: event.target.checked })}
            />
          ))}
      </fieldset>
      <p className={styles.choiceNote}>{t('choices.fixed')}</p>
      <details>
        <summary>{t('choices.showFixed')}</summary>
        <ul className={styles.choiceNote}>
          {all
            .filter(({ fixed }) => fixed)
            .map(({ kind }) => (
              <li key={kind}>{t(`kind.${kind}`)}</li>
            ))}
        </ul>
      </details>
    </div>
  );
}

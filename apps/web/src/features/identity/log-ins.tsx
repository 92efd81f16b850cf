import type { LogInView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Badge } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { endLogIn, endOtherLogIns, logInsQuery } from '../../queries/identity.ts';
import styles from './identity.module.css';

/** Where the reader is logged in; ends what is none of theirs, or no longer needed. */
export function LogIns() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const logIns = useQuery(logInsQuery);
  const [asked, setAsked] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: logInsQuery.queryKey });
  const endOthers = useAct({
    mutationFn: endOtherLogIns,
    onSuccess: async () => {
      setAsked(false);
      toast(t('logIns.othersEnded'));
      await refresh();
    },
  });
  if (logIns.isPending) return <Loading lines={2} />;
  if (logIns.isError) return <ErrorState error={logIns.error} onRetry={() => void logIns.refetch()} inline />;
  return (
    <div className={styles.form}>
      <p className={styles.note}>{t('logIns.lead')}</p>
      <ul role="list" className={styles.logIns} aria-label={t('logIns.title')}>
        {logIns.data.map((logIn) => (
          <LogIn key={logIn.id} logIn={logIn} onEnded={refresh} />
        ))}
      </ul>
      {logIns.data.length > 1 && (
        <div>
          <Button onClick={() => setAsked(true)}>{t('logIns.endOthers')}</Button>
        </div>
      )}
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => endOthers.mutate()}
        title={t('logIns.othersTitle')}
        confirmLabel={t('logIns.endOthers')}
        tone="danger"
        busy={endOthers.isPending}
        error={endOthers.error}
      >
        <p>{t('logIns.othersText')}</p>
      </ConfirmDialog>
    </div>
  );
}

interface LogInProps {
  readonly logIn: LogInView;
  readonly onEnded: () => Promise<unknown>;
}

function LogIn({ logIn, onEnded }: LogInProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const browser = logIn.browser ?? t('logIns.unknownBrowser');
  const system = logIn.system ?? t('logIns.unknownSystem');
  const begun = format.dateTime(logIn.begunAt);
  const end = useAct({
    mutationFn: () => endLogIn(logIn.id),
    onSuccess: () => toast(t('logIns.ended')),
    onSettled: () => void onEnded(),
  });
  return (
    <li className={styles.logIn}>
      <div>
        <p>
          {t('logIns.on', { browser, system })} {logIn.current && <Badge>{t('logIns.current')}</Badge>}
        </p>
        <p className={styles.note}>
          {t('logIns.begun', { time: begun })}
          <br />
          {t('logIns.used', { time: format.dateTime(logIn.usedAt) })}
        </p>
        {end.error && <ErrorState error={end.error} inline />}
      </div>
      {!logIn.current && (
        <Button
          size="small"
          tone="quiet"
          busy={end.isPending}
          aria-label={t('logIns.endOf', { browser, system, time: begun })}
          onClick={() => end.mutate()}
        >
          {t('logIns.end')}
        </Button>
      )}
    </li>
  );
}

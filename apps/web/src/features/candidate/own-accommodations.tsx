import type { AccommodationView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AccommodationMark } from '../../components/accommodation-mark.tsx';
import { AskAccommodation } from '../../components/ask-accommodation.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { ownAccommodationsQuery, withdrawAccommodation } from '../../queries/accommodations.ts';
import { ownEntriesQuery } from '../../queries/entries.ts';
import styles from './candidate-page.module.css';

/** What was asked for an entry and what came of it; where it can still be asked for, how. */
export function OwnAccommodations({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('accommodations');
  const { data, error, refetch } = useQuery(ownAccommodationsQuery(entryId));
  const [asking, setAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<AccommodationView | null>(null);
  if (error && !data) return <ErrorState error={error} inline onRetry={() => void refetch()} />;
  if (!data || (data.accommodations.length === 0 && !data.mayAsk)) return null;
  const headingId = `accommodations-${entryId}`;
  return (
    <section className={styles.accommodations} aria-labelledby={headingId}>
      <div className={styles.stepHead}>
        <h3 id={headingId}>{t('own.heading')}</h3>
        {data.mayAsk && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('own.ask')}
          </Button>
        )}
      </div>
      {data.accommodations.length === 0 && <p className={styles.about}>{t('own.lead')}</p>}
      {data.accommodations.map((one) => (
        <Asked key={one.id} accommodation={one} onWithdraw={() => setWithdrawn(one)} />
      ))}
      {asking && (
        <AskAccommodation
          entryId={entryId}
          shownBy={ownAccommodationsQuery(entryId).queryKey}
          onClose={() => setAsking(false)}
        />
      )}
      {withdrawn && <Withdraw accommodation={withdrawn} onClose={() => setWithdrawn(null)} />}
    </section>
  );
}

interface AskedProps {
  readonly accommodation: AccommodationView;
  readonly onWithdraw: () => void;
}

function Asked({ accommodation, onWithdraw }: AskedProps) {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  const words = useMeasureWords();
  const { state, asked, measures, askedAt, askedBy, answer, isKept } = accommodation;
  const isChanged = measures !== null && words(measures) !== words(asked);
  return (
    <div className={styles.accommodation}>
      <div className={styles.stepHead}>
        <strong>{words(measures ?? asked)}</strong>
        <AccommodationMark state={state} />
        {state === 'asked' && (
          <Button size="small" tone="quiet" onClick={onWithdraw}>
            {t('own.withdraw')}
          </Button>
        )}
      </div>
      <p className={styles.about}>
        {[
          t('own.asked', { time: format.dateTime(askedAt) }),
          !askedBy.isCandidate && t('own.by', { name: askedBy.name }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isKept && state === 'approved' && <p className={styles.about}>{t('own.kept')}</p>}
      {isKept && state === 'asked' && <p className={styles.about}>{t('own.askedAnew')}</p>}
      {isChanged && <p className={styles.about}>{t('own.instead', { measures: words(asked) })}</p>}
      {answer !== null && <p className={styles.about}>{t('own.answer', { text: answer })}</p>}
      {state === 'approved' && measures?.extraTime && <p className={styles.about}>{t('own.reach')}</p>}
    </div>
  );
}

interface WithdrawProps {
  readonly accommodation: AccommodationView;
  readonly onClose: () => void;
}

function Withdraw({ accommodation: { id, entryId }, onClose }: WithdrawProps) {
  const { t } = useTranslation('accommodations');
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries(ownAccommodationsQuery(entryId)),
      client.invalidateQueries(ownEntriesQuery),
    ]);
  const withdraw = useAct({
    mutationFn: () => withdrawAccommodation(id),
    onSuccess: async () => {
      await refresh();
      toast(t('withdraw.done'));
      onClose();
    },
  });
  // Where it was decided meanwhile, what stands now is fetched only when the refusal is closed.
  const close = () => {
    if (withdraw.isError) void refresh();
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={close}
      onConfirm={withdraw.mutate}
      title={t('withdraw.title')}
      confirmLabel={t('withdraw.submit')}
      busy={withdraw.isPending}
      error={withdraw.error}
    >
      <p>{t('withdraw.text')}</p>
    </ConfirmDialog>
  );
}

import type { OwnEntry } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useWithdrawalText } from '../../../lib/withdrawal-text.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { acceptSeat, declineSeat } from '../../../queries/entries.ts';
import styles from '../candidate-page.module.css';
import { useSeatAct } from './use-seat-act.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly invitation: NonNullable<OwnEntry['invitation']>;
}

/** Who invites, until when a place is kept, and what saying yes means. */
export function Invitation({ entry, invitation }: Props) {
  const { t } = useTranslation('candidate');
  const text = useLocalized();
  const format = useFormat();
  const [declining, setDeclining] = useState(false);
  const withdrawalText = useWithdrawalText();
  const { id, opensAt, serverNow, cause } = entry;
  const { institution, invitedBy, answerBy } = invitation;
  const accept = useSeatAct({
    send: () => acceptSeat(id),
    said: ({ state }) => t(state === 'requested' ? 'seat.acceptedRequest' : 'seat.accepted'),
  });
  const decline = useSeatAct({
    send: () => declineSeat(id),
    said: () => t('seat.declined'),
    onDone: () => setDeclining(false),
  });
  return (
    <section className={styles.words} aria-label={t('seat.invitation')}>
      {institution && (
        <p className={styles.when}>{t('seat.invitedByHouse', { institution: text(institution) })}</p>
      )}
      {invitedBy && <p className={styles.about}>{t('seat.invitedBy', { name: invitedBy })}</p>}
      {answerBy && (
        <p className={styles.when}>
          {t(institution ? 'seat.answerBy' : 'seat.offered', { time: format.dateTime(answerBy) })}
        </p>
      )}
      <p>{t(institution ? 'seat.terms' : 'seat.offerTerms')}</p>
      {withdrawalText({
        opensAt,
        isOpen: Date.parse(opensAt) <= Date.parse(serverNow),
        isMock: cause === 'mock',
        confirms: invitation.confirms,
      }).map((line) => (
        <p key={line} className={styles.about}>
          {line}
        </p>
      ))}
      <div className={styles.actions}>
        <Button tone="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
          {t('seat.accept')}
        </Button>
        <Button onClick={() => setDeclining(true)}>{t('seat.decline')}</Button>
      </div>
      {accept.error && <ErrorState error={accept.error} inline />}
      <ConfirmDialog
        open={declining}
        onClose={() => setDeclining(false)}
        onConfirm={() => decline.mutate()}
        title={t('seat.declineTitle')}
        confirmLabel={t('seat.decline')}
        busy={decline.isPending}
        error={decline.error}
      >
        <p>{t('seat.declineText')}</p>
      </ConfirmDialog>
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { SessionPlace } from '../../components/session-place.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useWithdrawalText } from '../../lib/withdrawal-text.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { enrolIn, openSessionsQuery, ownEnrolmentsQuery, ownEntriesQuery } from '../../queries/entries.ts';
import type { Wanted } from './open-sessions-page.tsx';

interface Props {
  readonly wanted: Wanted;
  readonly serverNow: string;
  readonly onClose: () => void;
}

/** Asks once before somebody enrols, or stands in line; what comes next is on their home page. */
export function EnrolDialog({ wanted: { session, wait }, serverNow, onClose }: Props) {
  const { t } = useTranslation('enrol');
  const text = useLocalized();
  const withdrawalText = useWithdrawalText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const how = wait ? 'wait' : 'enrol';
  const enrol = useAct({
    mutationFn: () => enrolIn(session.id, wait),
    onSuccess: async ({ state }) => {
      await Promise.all([
        client.invalidateQueries(ownEntriesQuery),
        client.invalidateQueries(ownEnrolmentsQuery),
        client.invalidateQueries(openSessionsQuery),
      ]);
      toast(
        t(
          state === 'waiting'
            ? 'dialog.done.waiting'
            : state === 'requested'
              ? 'dialog.done.requested'
              : 'dialog.done.entered',
        ),
      );
      await navigate('/candidate');
    },
  });
  const close = () => {
    // What was shown holds no longer, where it was refused.
    if (enrol.isError) void client.invalidateQueries(openSessionsQuery);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={close}
      onConfirm={() => enrol.mutate()}
      title={t(`dialog.${how}Title`)}
      confirmLabel={t(how)}
      busy={enrol.isPending}
      error={enrol.error}
    >
      <p>
        <strong>{text(session.title)}</strong> · {t(`common:role.${session.role}`)} ·{' '}
        {t(`common:level.${session.level}`)}
      </p>
      <SessionPlace session={session} />
      {wait ? (
        <p>{t('dialog.waitText', { count: session.offerDays })}</p>
      ) : (
        withdrawalText({
          ...session,
          isOpen: Date.parse(session.opensAt) <= Date.parse(serverNow),
        }).map((line) => <p key={line}>{line}</p>)
      )}
    </ConfirmDialog>
  );
}

import type { ExamSessionView } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { OfferException } from '../../../components/offer-exception.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { cancelSession } from '../../../queries/sessions.ts';
import { useSessionAct } from './use-session-act.ts';

interface Props {
  readonly session: ExamSessionView;
  readonly onClose: () => void;
  readonly onExcept: () => void;
}

/** Before anybody has begun; there is no way back. */
export function CancelSession({ session, onClose, onExcept }: Props) {
  const { t } = useTranslation('admin');
  const act = useSessionAct(
    session.id,
    (input: { reason: string }) => cancelSession(session.id, input),
    t('cancelSession.done'),
    onClose,
  );
  return (
    <ConfirmDialog
      keepsInput
      open
      tone="danger"
      onClose={onClose}
      onConfirm={() => act.submit({})}
      title={t('cancelSession.title')}
      confirmLabel={t('cancelSession.submit')}
      cancelLabel={t('cancelSession.keep')}
      busy={act.busy}
      error={act.error}
    >
      <p>{t('cancelSession.text', { count: session.enrolledCount })}</p>
      <TextArea label={t('excuse.reason')} hint={t('excuse.reasonHint')} {...act.reason} />
      <OfferException error={act.error} onOpen={onExcept} />
    </ConfirmDialog>
  );
}

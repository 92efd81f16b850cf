import type { ExamSessionView } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { cancelSession } from '../../../queries/sessions.ts';
import { SessionDialog } from './session-dialog.tsx';
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
    <SessionDialog
      act={act}
      tone="danger"
      title={t('cancelSession.title')}
      text={t('cancelSession.text', { count: session.enrolledCount })}
      reasonHint={t('excuse.reasonHint')}
      confirmLabel={t('cancelSession.submit')}
      cancelLabel={t('cancelSession.keep')}
      onConfirm={() => act.submit({})}
      onClose={onClose}
      onExcept={onExcept}
    />
  );
}

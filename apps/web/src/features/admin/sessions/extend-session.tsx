import type { ExamSessionView } from '@ennead/contracts';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { extendSession } from '../../../queries/sessions.ts';
import { DatesFields } from './dates-fields.tsx';
import { planDates, toDates } from './plan-dates.ts';
import { SessionDialog } from './session-dialog.tsx';
import { useSessionAct } from './use-session-act.ts';

interface Props {
  readonly session: ExamSessionView;
  readonly onClose: () => void;
  readonly onExcept: () => void;
}

/** A later end, also of what runs. */
export function ExtendSession({ session, onClose, onExcept }: Props) {
  const { t } = useTranslation('admin');
  const [dates, setDates] = useState(() => planDates(session));
  const act = useSessionAct(
    session.id,
    (input: Parameters<typeof extendSession>[1]) => extendSession(session.id, input),
    t('extendSession.done'),
    onClose,
  );
  const submit = () => {
    const when = toDates(dates, session);
    act.submit(when && { closesAt: when.closesAt, parts: when.parts });
  };
  return (
    <SessionDialog
      act={act}
      title={t('extendSession.title')}
      text={t('extendSession.text')}
      reasonHint={t('changeSession.reasonHint')}
      confirmLabel={t('extendSession.submit')}
      onConfirm={submit}
      onClose={onClose}
      onExcept={onExcept}
    >
      <DatesFields endsOnly session={session} dates={dates} onChange={setDates} checked={act.tried} />
    </SessionDialog>
  );
}

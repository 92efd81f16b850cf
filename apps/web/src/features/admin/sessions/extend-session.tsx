import type { ExamSessionView } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { OfferException } from '../../../components/offer-exception.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { extendSession } from '../../../queries/sessions.ts';
import { DatesFields } from './dates-fields.tsx';
import { planDates, toDates } from './plan-dates.ts';
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
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={submit}
      title={t('extendSession.title')}
      confirmLabel={t('extendSession.submit')}
      busy={act.busy}
      error={act.error}
    >
      <p>{t('extendSession.text')}</p>
      <DatesFields endsOnly session={session} dates={dates} onChange={setDates} checked={act.tried} />
      <TextArea label={t('excuse.reason')} hint={t('changeSession.reasonHint')} {...act.reason} />
      <OfferException error={act.error} onOpen={onExcept} />
    </ConfirmDialog>
  );
}

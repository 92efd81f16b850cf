import { sessionTitleLength, type ExamSessionView } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { OfferException } from '../../../components/offer-exception.tsx';
import { TextArea, TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { changeSession } from '../../../queries/sessions.ts';
import styles from '../admin.module.css';
import { DatesFields } from './dates-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { planDates, toDates } from './plan-dates.ts';
import { planPlace, toPlace } from './plan-place.ts';
import { useSessionAct } from './use-session-act.ts';

interface Props {
  readonly session: ExamSessionView;
  readonly onClose: () => void;
  readonly onExcept: () => void;
}

/** Title, place and dates of a session that has not opened; says what stays. */
export function ChangeSession({ session, onClose, onExcept }: Props) {
  const { t } = useTranslation('admin');
  const [title, setTitle] = useState(session.title);
  const [place, setPlace] = useState(() => planPlace(session));
  const [dates, setDates] = useState(() => planDates(session));
  const act = useSessionAct(
    session.id,
    (input: Parameters<typeof changeSession>[1]) => changeSession(session.id, input),
    t('changeSession.done'),
    onClose,
  );
  const submit = () => {
    const where = toPlace(place);
    const when = toDates(dates, session);
    const named = { 'zh-CN': title['zh-CN'].trim(), en: title.en.trim() };
    const isWhole = where && when && named['zh-CN'] && named.en;
    act.submit(isWhole ? { title: named, ...where, ...when } : null);
  };
  const titleField = (locale: 'zh-CN' | 'en') => (
    <TextField
      label={t(locale === 'en' ? 'newSession.titleEn' : 'newSession.titleZh')}
      lang={locale}
      maxLength={sessionTitleLength}
      autoComplete="off"
      value={title[locale]}
      error={act.tried && !title[locale].trim() ? t('newSession.titleFault') : null}
      onChange={(event) => setTitle({ ...title, [locale]: event.target.value })}
    />
  );
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={submit}
      title={t('changeSession.title')}
      confirmLabel={t('changeSession.submit')}
      busy={act.busy}
      error={act.error}
    >
      <p>{t('changeSession.text')}</p>
      <div className={styles.pair}>
        {titleField('zh-CN')}
        {titleField('en')}
      </div>
      <DatesFields session={session} dates={dates} onChange={setDates} checked={act.tried} />
      <PlaceFields place={place} onChange={setPlace} checked={act.tried} />
      <TextArea label={t('excuse.reason')} hint={t('changeSession.reasonHint')} {...act.reason} />
      <OfferException error={act.error} onOpen={onExcept} />
    </ConfirmDialog>
  );
}

import { sessionTitleLength, type ExamSessionView } from '@ennead/contracts';
import { useState } from 'react';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { changeSession } from '../../../queries/sessions.ts';
import styles from '../admin.module.css';
import { DatesFields } from './dates-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { planDates, toDates } from './plan-dates.ts';
import { planPlace, toPlace } from './plan-place.ts';
import { SessionDialog } from './session-dialog.tsx';
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
    <SessionDialog
      act={act}
      title={t('changeSession.title')}
      text={t('changeSession.text')}
      reasonHint={t('changeSession.reasonHint')}
      confirmLabel={t('changeSession.submit')}
      onConfirm={submit}
      onClose={onClose}
      onExcept={onExcept}
    >
      <div className={styles.pair}>
        {titleField('zh-CN')}
        {titleField('en')}
      </div>
      <DatesFields session={session} dates={dates} onChange={setDates} checked={act.tried} />
      <PlaceFields place={place} onChange={setPlace} checked={act.tried} />
    </SessionDialog>
  );
}

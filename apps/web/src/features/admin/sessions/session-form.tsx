import type { ExamSessionInput, LevelCode, RoleCode } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import styles from '../admin.module.css';
import { levelCodes, roleCodes } from './examined.ts';
import { proposeWindow, toInstant } from './local-instant.ts';

interface Props {
  readonly id: string;
  readonly onSubmit: (input: ExamSessionInput) => void;
}

/** What a session is called in both languages, whom it examines, and when. */
export function SessionForm({ id, onSubmit }: Props) {
  const { t } = useTranslation('admin');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [role, setRole] = useState<RoleCode>('application-engineer');
  const [level, setLevel] = useState<LevelCode>('junior');
  const [span, setSpan] = useState(() => proposeWindow(Date.now()));
  const [checked, setChecked] = useState(false);
  const opensAt = toInstant(span.opensAt);
  const closesAt = toInstant(span.closesAt);
  const ordered = opensAt !== null && closesAt !== null && opensAt < closesAt;
  const titleFault = (title: string) => (checked && !title.trim() ? t('newSession.titleFault') : null);
  const zone = t('newSession.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (zh.trim() && en.trim() && ordered) {
      onSubmit({ title: { 'zh-CN': zh.trim(), en: en.trim() }, role, level, opensAt, closesAt });
    } else {
      focusFirstFault(event.currentTarget);
    }
  };

  return (
    <form id={id} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.pair}>
        <Select
          label={t('sessions.role')}
          value={role}
          onChange={setRole}
          options={roleCodes.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        />
        <Select
          label={t('sessions.level')}
          value={level}
          onChange={setLevel}
          options={levelCodes.map((value) => ({ value, label: t(`common:level.${value}`) }))}
        />
        <TextField
          label={t('newSession.titleZh')}
          lang="zh-CN"
          autoComplete="off"
          value={zh}
          error={titleFault(zh)}
          onChange={(event) => setZh(event.target.value)}
        />
        <TextField
          label={t('newSession.titleEn')}
          lang="en"
          autoComplete="off"
          value={en}
          error={titleFault(en)}
          onChange={(event) => setEn(event.target.value)}
        />
        <TextField
          label={t('newSession.opensAt')}
          hint={zone}
          type="datetime-local"
          value={span.opensAt}
          error={checked && !opensAt ? t('newSession.opensFault') : null}
          onChange={(event) => setSpan({ ...span, opensAt: event.target.value })}
        />
        <TextField
          label={t('newSession.closesAt')}
          hint={zone}
          type="datetime-local"
          value={span.closesAt}
          error={checked && opensAt !== null && !ordered ? t('newSession.closesFault') : null}
          onChange={(event) => setSpan({ ...span, closesAt: event.target.value })}
        />
      </div>
    </form>
  );
}

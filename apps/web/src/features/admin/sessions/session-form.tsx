import {
  sessionTitleLength,
  type ExamSessionInput,
  type SessionChoice,
  type Supervision,
} from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { RadioCards } from '../../../components/radio-cards.tsx';
import { Select } from '../../../components/select.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { ownZoneName } from '../../../lib/zone-name.ts';
import styles from '../admin.module.css';
import { AccessFields } from './access-fields.tsx';
import { proposeWindow, toInstant } from './local-instant.ts';
import { PartsEditor } from './parts-editor.tsx';
import { PlaceFields } from './place-fields.tsx';
import { planAccess, toAccess } from './plan-access.ts';
import { planPlace, toPlace } from './plan-place.ts';
import { toParts, usualParts } from './plan-parts.ts';

interface Props {
  readonly id: string;
  /** What can be scheduled; at least one. */
  readonly choices: readonly SessionChoice[];
  /** The server's time, ISO 8601. */
  readonly serverNow: string;
  readonly onSubmit: (input: ExamSessionInput) => void;
}

const keyOf = ({ role, level }: SessionChoice) => `${role} ${level}`;

/** Whom a session examines, what it is called in both languages, when, for whom, and in what parts. */
export function SessionForm({ id, choices, serverNow, onSubmit }: Props) {
  const { t, locale } = useTranslation('admin');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [choice, setChoice] = useState(choices[0]!);
  const [parts, setParts] = useState(() => usualParts(choice));
  const [span, setSpan] = useState(() => proposeWindow(Date.parse(serverNow)));
  const [place, setPlace] = useState(() => planPlace({ venue: null, halls: [] }));
  const [access, setAccess] = useState(planAccess);
  const [supervision, setSupervision] = useState<Supervision>('invigilated');
  const [checked, setChecked] = useState(false);
  const opensAt = toInstant(span.opensAt);
  const closesAt = toInstant(span.closesAt);
  const session = opensAt !== null && closesAt !== null && opensAt < closesAt ? { opensAt, closesAt } : null;
  const titleFault = (title: string) => (checked && !title.trim() ? t('newSession.titleFault') : null);
  const zone = t('newSession.zone', { zone: ownZoneName(locale) });

  const choose = (key: string) => {
    const next = choices.find((one) => keyOf(one) === key) ?? choice;
    setChoice(next);
    setParts(usualParts(next));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    const planned = session && toParts(parts, session);
    const where = toPlace(place);
    const circle = toAccess(access);
    if (zh.trim() && en.trim() && session && planned && where && circle) {
      const { role, level } = choice;
      const title = { 'zh-CN': zh.trim(), en: en.trim() };
      onSubmit({ title, role, level, ...session, ...where, supervision, ...circle, parts: planned });
    } else {
      focusFirstFault(event.currentTarget);
    }
  };

  return (
    <form id={id} className={styles.form} noValidate onSubmit={submit}>
      <Select
        label={t('newSession.examined')}
        value={keyOf(choice)}
        onChange={choose}
        options={choices.map((one) => ({
          value: keyOf(one),
          label: `${t(`common:role.${one.role}`)} · ${t(`common:level.${one.level}`)}`,
        }))}
      />
      <div className={styles.pair}>
        <TextField
          label={t('newSession.titleZh')}
          lang="zh-CN"
          maxLength={sessionTitleLength}
          autoComplete="off"
          value={zh}
          error={titleFault(zh)}
          onChange={(event) => setZh(event.target.value)}
        />
        <TextField
          label={t('newSession.titleEn')}
          lang="en"
          maxLength={sessionTitleLength}
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
          error={checked && opensAt !== null && !session ? t('newSession.closesFault') : null}
          onChange={(event) => setSpan({ ...span, closesAt: event.target.value })}
        />
      </div>
      <PlaceFields place={place} onChange={setPlace} checked={checked} />
      <RadioCards
        legend={t('session.supervision')}
        value={supervision}
        onChange={setSupervision}
        cards={(['invigilated', 'practice'] as const).map((value) => ({
          value,
          label: t(`common:supervision.${value}`),
          text: t(`newSession.${value}`),
        }))}
      />
      <AccessFields plan={access} onChange={setAccess} checked={checked} />
      <PartsEditor choice={choice} parts={parts} onChange={setParts} session={session} checked={checked} />
    </form>
  );
}

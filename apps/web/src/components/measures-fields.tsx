import { accommodationLimits as limits } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import {
  findMeasuresFaults,
  minutesForBreaks,
  withMinutes,
  type MeasuresDraft,
  type MeasuresFault,
} from '../lib/draft-measures.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { FieldError } from './field.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

type Figure = Exclude<MeasuresFault, 'none'>;

interface Props {
  readonly draft: MeasuresDraft;
  readonly onChange: (draft: MeasuresDraft) => void;
  /** Whether somebody tried to go on, after which faults are shown. */
  readonly tried: boolean;
}

/** More time, breaks and whatever else. Its words are of the namespace `accommodations`. */
export function MeasuresFields({ draft, onChange, tried }: Props) {
  const { t } = useTranslation('accommodations');
  const faults = tried ? findMeasuresFaults(draft) : [];
  const forBreaks = minutesForBreaks(draft);
  const figure = (name: Figure) => ({
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: draft[name],
    error: faults.includes(name) ? t('fields.rangeFault', limits[name]) : null,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ ...draft, [name]: target.value }),
  });
  return (
    <>
      <Select
        label={t('fields.extra')}
        hint={t('fields.extraAbout')}
        value={draft.extra}
        onChange={(extra) => onChange({ ...draft, extra })}
        options={(['none', 'percent', 'minutes'] as const).map((value) => ({
          value,
          label: t(`fields.extraOptions.${value}`),
        }))}
      />
      {draft.extra === 'percent' && (
        <TextField
          label={t('fields.percent')}
          hint={t('fields.percentHint', limits.percent)}
          {...figure('percent')}
        />
      )}
      {draft.extra === 'minutes' && (
        <TextField
          label={t('fields.minutes')}
          hint={t('fields.minutesHint', limits.minutes)}
          {...figure('minutes')}
        />
      )}
      <Checkbox
        label={t('fields.breaks')}
        checked={draft.hasBreaks}
        onChange={({ target }) => onChange({ ...draft, hasBreaks: target.checked })}
      />
      {draft.hasBreaks && (
        <>
          <TextField label={t('fields.breakCount')} {...figure('breakCount')} />
          <TextField label={t('fields.breakMinutes')} {...figure('breakMinutes')} />
          <p>{t('fields.breaksAbout')}</p>
          {forBreaks !== null && (
            <div>
              <Button size="small" onClick={() => onChange(withMinutes(draft, forBreaks))}>
                {t('fields.forBreaks', { count: forBreaks })}
              </Button>
            </div>
          )}
        </>
      )}
      <TextField
        label={t('fields.other')}
        hint={t('fields.otherHint')}
        required={false}
        maxLength={limits.otherLength}
        value={draft.other}
        onChange={({ target }) => onChange({ ...draft, other: target.value })}
      />
      <FieldError id="measures-fault" text={faults.includes('none') ? t('fields.noneFault') : null} />
    </>
  );
}

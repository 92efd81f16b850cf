import type { RosterColumns, RosterPreview } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Select } from '../../../components/select.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { useFormat } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import { checkRoster } from '../../../queries/cohorts.ts';
import type { RosterDraft } from './roster-page.tsx';
import styles from './roster.module.css';
import { StepHeading } from './step-heading.tsx';

interface Props {
  readonly cohortId: string;
  readonly draft: RosterDraft;
  readonly preview: RosterPreview;
  readonly onBack: () => void;
  readonly onChecked: (columns: RosterColumns, preview: RosterPreview) => void;
}

const names = ['email', 'name', 'studentNumber'] as const;

/** Which column is which, where the file's own words do not say it. */
export function ChooseColumns({ cohortId, draft, preview, onBack, onChecked }: Props) {
  const { t } = useTranslation('institution');
  const [chosen, setChosen] = useState(preview.columns);
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const check = useAct({
    mutationFn: (columns: RosterColumns) =>
      checkRoster(cohortId, { csv: draft.csv, columns, settled: draft.settled }),
    onSuccess: (next, columns) => onChecked(columns, next),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const { email, name, studentNumber } = chosen;
    if (email === null || name === null) return focusFirstFault(event.currentTarget);
    check.mutate({ email, name, studentNumber });
  };
  const labelOf = (column: string, at: number) => {
    const values = format.list(preview.samples.flatMap((cells) => cells[at] || []));
    return values ? t('roster.columns.sample', { column, values }) : column;
  };
  const options = [
    { value: '', label: t('roster.columns.none') },
    ...preview.header.map((header, at) => ({
      value: String(at),
      label: labelOf(header || t('roster.columns.unnamed', { number: at + 1 }), at),
    })),
  ];
  return (
    <form className={styles.step} noValidate onSubmit={submit}>
      <StepHeading>{t('roster.columns.heading')}</StepHeading>
      <p>{t('roster.columns.lead')}</p>
      {names.map((name) => (
        <Select
          key={name}
          label={t(`roster.source.${name}`)}
          value={chosen[name] === null ? '' : String(chosen[name])}
          error={
            asked && name !== 'studentNumber' && chosen[name] === null ? t('roster.columns.fault') : null
          }
          onChange={(value) => setChosen({ ...chosen, [name]: value === '' ? null : Number(value) })}
          options={options}
        />
      ))}
      {check.error && <ErrorState error={check.error} inline />}
      <div className={styles.actions}>
        <Button icon="left" onClick={onBack}>
          {t('roster.preview.back')}
        </Button>
        <Button type="submit" tone="primary" iconAfter="right" busy={check.isPending}>
          {t('roster.source.check')}
        </Button>
      </div>
    </form>
  );
}

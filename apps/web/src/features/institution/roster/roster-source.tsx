import { rosterLength, type RosterPreview } from '@ennead/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { classNames } from '../../../components/class-names.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { Field } from '../../../components/field.tsx';
import fieldStyles from '../../../components/field.module.css';
import { FileDrop } from '../../../components/file-drop.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { announce } from '../../../lib/announce.ts';
import { saveFile, toCsv } from '../../../lib/csv.ts';
import { focusFirstFault } from '../../../lib/focus-first-fault.ts';
import { useAct } from '../../../lib/use-act.ts';
import { checkRoster } from '../../../queries/cohorts.ts';
import type { FileFault } from './decode-roster.ts';
import { readRosterFile } from './read-roster-file.ts';
import type { RosterDraft } from './roster-page.tsx';
import styles from './roster.module.css';
import { separateByCommas } from './separate-by-commas.ts';
import { StepHeading } from './step-heading.tsx';

interface Props {
  readonly cohortId: string;
  readonly draft: RosterDraft;
  readonly onChange: (changes: Partial<RosterDraft>) => void;
  readonly onChecked: (preview: RosterPreview) => void;
}

const rosterFiles = [
  '.xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.csv',
  '.txt',
  '.tsv',
  'text/csv',
  'text/plain',
];

/** A file or pasted text; either way it can be seen and corrected before it is checked. */
export function RosterSource({ cohortId, draft, onChange, onChecked }: Props) {
  const { t } = useTranslation('institution');
  const { csv, fileName } = draft;
  const [fileFault, setFileFault] = useState<FileFault | null>(null);
  const [empty, setEmpty] = useState(false);
  // Its reader comes over the network first: until then there is nothing to check.
  const [reading, setReading] = useState(false);
  const check = useAct({
    mutationFn: (text: string) =>
      checkRoster(cohortId, { csv: text, columns: draft.columns, settled: draft.settled }),
    onSuccess: onChecked,
  });

  const read = async (file: File) => {
    check.reset();
    setEmpty(false);
    setReading(true);
    const { text, fault } = await readRosterFile(file).finally(() => setReading(false));
    setFileFault(fault);
    // Another file has other columns.
    if (text === null) return onChange({ fileName: null });
    onChange({ csv: separateByCommas(text), fileName: file.name, columns: undefined, settled: {} });
    announce(t('roster.source.loaded', { name: file.name }));
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = separateByCommas(csv);
    setEmpty(text.trim() === '');
    if (text.trim() === '' || text.length > rosterLength) return focusFirstFault(event.currentTarget);
    onChange({ csv: text });
    check.mutate(text);
  };

  const template = () =>
    saveFile(
      `${t('roster.source.templateName')}.csv`,
      toCsv([[t('roster.source.email'), t('roster.source.name'), t('roster.source.studentNumber')]]),
    );
  const example = [
    [t('roster.source.email'), t('roster.source.name'), t('roster.source.studentNumber')],
    ['one@example.org', t('roster.source.firstSample'), '2026001'],
    ['two@example.org', t('roster.source.secondSample'), '2026002'],
  ].join('\n');
  const fault = empty ? 'empty' : csv.length > rosterLength ? 'tooLong' : null;

  return (
    <form className={styles.step} noValidate onSubmit={submit}>
      <StepHeading>{t('roster.source.heading')}</StepHeading>
      <FileDrop
        label={t('roster.source.drop')}
        hint={fileName ? t('roster.source.loaded', { name: fileName }) : t('roster.source.dropHint')}
        accept={rosterFiles}
        error={fileFault && t(`roster.source.${fileFault}`)}
        onFiles={([file]) => file && void read(file)}
      />
      <div>
        <Button size="small" icon="download" onClick={template}>
          {t('roster.source.template')}
        </Button>
      </div>
      <Field
        label={t('roster.source.paste')}
        hint={t('roster.source.pasteHint')}
        error={fault && t(`roster.source.${fault}`)}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={12}
            wrap="off"
            spellCheck={false}
            className={classNames(fieldStyles.control, fieldStyles.area, styles.text)}
            placeholder={example}
            value={csv}
            onChange={(event) => {
              setEmpty(false);
              onChange({ csv: event.target.value });
            }}
          />
        )}
      </Field>
      {check.error && <ErrorState error={check.error} inline />}
      <div className={styles.actions}>
        <Button type="submit" tone="primary" iconAfter="right" busy={check.isPending || reading}>
          {t('roster.source.check')}
        </Button>
      </div>
    </form>
  );
}

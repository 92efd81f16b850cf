import type { NameSettling, RosterImport, RosterPreview, RosterRow } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Progress } from '../../../components/progress.tsx';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { Notice } from '../notice.tsx';
import { checkRoster, cohortsQuery, importRoster, runningImportQuery } from '../../../queries/cohorts.ts';
import { changeRow } from './change-row.ts';
import { CorrectRow } from './correct-row.tsx';
import type { RosterDraft } from './roster-page.tsx';
import styles from './roster.module.css';
import { StepHeading } from './step-heading.tsx';
import { useRosterColumns } from './roster-columns.tsx';
import { useSaveFaulty } from './use-save-faulty.ts';

type Changes = Partial<Pick<RosterDraft, 'csv' | 'settled'>>;

interface Props {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly draft: RosterDraft;
  readonly preview: RosterPreview;
  readonly onBack: () => void;
  readonly onColumns: () => void;
  /** What was changed of the draft has been judged. */
  readonly onChecked: (changes: Changes, preview: RosterPreview) => void;
  readonly onImported: (result: RosterImport) => void;
}

/** What the import would do, row by row; rows with faults stay out and can be taken along as a file. */
export function RosterPreviewStep(props: Props) {
  const { cohortId, cohortName, draft, preview, onBack, onColumns, onChecked, onImported } = props;
  const { t } = useTranslation('institution');
  const client = useQueryClient();
  const saveFaulty = useSaveFaulty(cohortName);
  const { rows } = preview;
  const { email, name, studentNumber } = preview.columns;
  const at = email !== null && name !== null ? { email, name, studentNumber } : null;
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const differing = faulty.filter(({ faults }) => faults.includes('NAME_DIFFERS'));
  const corrected = rows.filter(({ outcome }) => outcome === 'renamed' || outcome === 'name-asked');
  const fresh = rows.filter(({ outcome }) => outcome === 'new-person' || outcome === 'known-person');
  const [onlyFaults, setOnlyFaults] = useState(faulty.length > 0 && rows.length > 20);
  const [edited, setEdited] = useState<RosterRow | null>(null);
  const [links, setLinks] = useState(false);
  const { csv, columns, fileName } = draft;
  const check = useAct({
    mutationFn: (changes: Changes) =>
      checkRoster(cohortId, { csv, columns, settled: draft.settled, ...changes }),
    onSuccess: (next, changes) => {
      setEdited(null);
      onChecked(changes, next);
    },
  });
  const settle = (emails: readonly string[], as: NameSettling) =>
    check.mutate({
      settled: { ...draft.settled, ...Object.fromEntries(emails.map((email) => [email, as])) },
    });
  const shown = useRosterColumns({ onEdit: setEdited, onSettle: (email, as) => settle([email], as) });
  const send = useAct({
    mutationFn: () =>
      importRoster(cohortId, { csv, columns, settled: draft.settled, fileName, partly: true, links }),
    onSuccess: (result) => {
      void client.invalidateQueries(cohortsQuery);
      onImported(result);
    },
  });
  return (
    <section className={styles.step}>
      <StepHeading>{t('roster.preview.heading')}</StepHeading>
      <Verdict rows={rows} faulty={faulty.length} fresh={fresh.length} corrected={corrected.length} />
      {preview.headerLine > 1 && <p>{t('roster.preview.header', { line: preview.headerLine })}</p>}
      {differing.length > 1 && (
        <div className={styles.actions}>
          {(['keep-stored', 'ask-registrar'] as const).map((as) => (
            <Button
              key={as}
              size="small"
              busy={check.isPending}
              onClick={() =>
                settle(
                  differing.map(({ email }) => email),
                  as,
                )
              }
            >
              {t(`roster.settle.all.${as}`, { count: differing.length })}
            </Button>
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <Table
          name="roster"
          caption={t('roster.preview.caption')}
          columns={shown}
          rows={onlyFaults ? faulty : rows}
          rowKey={(row) => String(row.line)}
          pageSize={50}
          filters={
            faulty.length > 0 && (
              <Checkbox
                label={t('roster.preview.onlyFaults')}
                checked={onlyFaults}
                onChange={(event) => setOnlyFaults(event.target.checked)}
              />
            )
          }
        />
      )}
      {fresh.length > 0 && (
        <Checkbox
          label={t('roster.preview.links')}
          checked={links}
          onChange={(event) => setLinks(event.target.checked)}
        />
      )}
      {check.error && !edited && <ErrorState error={check.error} inline />}
      {send.error && <ErrorState error={send.error} inline />}
      {send.isPending && <Running cohortId={cohortId} total={fresh.length} />}
      <div className={styles.actions}>
        <Button icon="left" onClick={onBack}>
          {t('roster.preview.back')}
        </Button>
        <Button onClick={onColumns}>{t('roster.preview.columns')}</Button>
        {faulty.length > 0 && (
          <Button icon="download" onClick={() => saveFaulty(faulty)}>
            {t('imports.download')}
          </Button>
        )}
        {fresh.length + corrected.length > 0 && (
          <Button tone="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {fresh.length > 0
              ? t('roster.preview.submit', { count: fresh.length })
              : t('roster.preview.submitNames', { count: corrected.length })}
          </Button>
        )}
      </div>
      {edited && at && (
        <CorrectRow
          row={edited}
          columns={at}
          busy={check.isPending}
          error={check.error}
          onClose={() => setEdited(null)}
          onCorrected={(cells) => check.mutate({ csv: changeRow(csv, edited.line, at, cells) })}
        />
      )}
    </section>
  );
}

/** How far a long import is. It goes on by itself where somebody leaves the page, and is seen on that of the cohort. */
function Running({ cohortId, total }: { readonly cohortId: string; readonly total: number }) {
  const { t } = useTranslation('institution');
  const imports = useQuery(runningImportQuery(cohortId));
  const running = imports.data?.find(({ state }) => state === 'running');
  const done = running?.done ?? 0;
  return (
    <div>
      <Progress
        label={t('imports.progress')}
        value={done}
        max={running?.total ?? total}
        text={t('imports.of', { done, total: running?.total ?? total })}
      />
      <p>{t('imports.leave')}</p>
    </div>
  );
}

interface VerdictProps {
  readonly rows: readonly RosterRow[];
  readonly faulty: number;
  readonly fresh: number;
  readonly corrected: number;
}

function Verdict({ rows, faulty, fresh, corrected }: VerdictProps) {
  const { t } = useTranslation('institution');
  if (rows.length === 0) return <Notice>{t('roster.preview.emptyRoster')}</Notice>;
  return (
    <>
      {faulty > 0 && <Notice>{t('roster.preview.faulty', { count: faulty })}</Notice>}
      {(fresh + corrected > 0 || faulty === 0) && (
        <p className={styles.good}>
          <Icon name="check" />
          <span>
            {fresh > 0 && t('roster.preview.ready', { count: fresh })}
            {fresh > 0 && corrected > 0 && ' '}
            {corrected > 0 && t('roster.preview.corrected', { count: corrected })}
            {fresh + corrected === 0 && t('roster.preview.nothing')}
          </span>
        </p>
      )}
    </>
  );
}

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
import type { RosterDraft } from './roster-page.tsx';
import styles from './roster.module.css';
import { StepHeading } from './step-heading.tsx';
import { useRosterColumns } from './roster-columns.tsx';
import { useSaveFaulty } from './use-save-faulty.ts';

type Settled = RosterDraft['settled'];

interface Props {
  readonly cohortId: string;
  readonly draft: RosterDraft;
  readonly preview: RosterPreview;
  /** Back to the text, to a line of it if one is named. */
  readonly onBack: (line: number | null) => void;
  readonly onColumns: () => void;
  readonly onSettled: (settled: Settled, preview: RosterPreview) => void;
  readonly onImported: (result: RosterImport) => void;
}

/** What the import would do, row by row; rows with faults stay out and can be taken along as a file. */
export function RosterPreviewStep(props: Props) {
  const { cohortId, draft, preview, onBack, onColumns, onSettled, onImported } = props;
  const { t } = useTranslation('institution');
  const client = useQueryClient();
  const saveFaulty = useSaveFaulty();
  const { rows } = preview;
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const differing = faulty.filter(({ faults }) => faults.includes('NAME_DIFFERS'));
  const fresh = rows.filter(({ outcome }) => outcome === 'new-person' || outcome === 'known-person');
  const [onlyFaults, setOnlyFaults] = useState(faulty.length > 0 && rows.length > 20);
  const [links, setLinks] = useState(false);
  const { csv, columns, fileName } = draft;
  const check = useAct({
    mutationFn: (settled: Settled) => checkRoster(cohortId, { csv, columns, settled }),
    onSuccess: (next, settled) => onSettled(settled, next),
  });
  const settle = (emails: readonly string[], as: NameSettling) =>
    check.mutate({ ...draft.settled, ...Object.fromEntries(emails.map((email) => [email, as])) });
  const shown = useRosterColumns({ onEdit: onBack, onSettle: (email, as) => settle([email], as) });
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
      <Verdict rows={rows} faulty={faulty.length} fresh={fresh.length} />
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
      {check.error && <ErrorState error={check.error} inline />}
      {send.error && <ErrorState error={send.error} inline />}
      {send.isPending && <Running cohortId={cohortId} total={fresh.length} />}
      <div className={styles.actions}>
        <Button icon="left" onClick={() => onBack(null)}>
          {t('roster.preview.back')}
        </Button>
        <Button onClick={onColumns}>{t('roster.preview.columns')}</Button>
        {faulty.length > 0 && (
          <Button icon="download" onClick={() => saveFaulty(faulty)}>
            {t('imports.download')}
          </Button>
        )}
        {fresh.length > 0 && (
          <Button tone="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {t('roster.preview.submit', { count: fresh.length })}
          </Button>
        )}
      </div>
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
}

function Verdict({ rows, faulty, fresh }: VerdictProps) {
  const { t } = useTranslation('institution');
  if (rows.length === 0) return <Notice>{t('roster.preview.emptyRoster')}</Notice>;
  return (
    <>
      {faulty > 0 && <Notice>{t('roster.preview.faulty', { count: faulty })}</Notice>}
      {(fresh > 0 || faulty === 0) && (
        <p className={styles.good}>
          <Icon name="check" />
          {fresh > 0 ? t('roster.preview.ready', { count: fresh }) : t('roster.preview.nothing')}
        </p>
      )}
    </>
  );
}

import type { RosterImport, RosterPreview, RosterRow } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { Notice } from '../notice.tsx';
import { cohortsQuery, importRoster } from '../../../queries/cohorts.ts';
import styles from './roster.module.css';
import { StepHeading } from './step-heading.tsx';
import { useRosterColumns } from './roster-columns.tsx';

interface Props {
  readonly cohortId: string;
  readonly csv: string;
  readonly preview: RosterPreview;
  /** Back to the text, to a line of it if one is named. */
  readonly onBack: (line: number | null) => void;
  readonly onImported: (result: RosterImport) => void;
}

/** What the import would do, row by row; it can be begun only when every row is right. */
export function RosterPreviewStep({ cohortId, csv, preview, onBack, onImported }: Props) {
  const { t } = useTranslation('institution');
  const client = useQueryClient();
  const { rows, importable } = preview;
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const fresh = rows.filter(({ outcome }) => outcome === 'new-person' || outcome === 'known-person');
  const [onlyFaults, setOnlyFaults] = useState(faulty.length > 0 && rows.length > 20);
  const columns = useRosterColumns(onBack);
  const send = useAct({
    mutationFn: () => importRoster(cohortId, csv),
    onSuccess: (result) => {
      void client.invalidateQueries(cohortsQuery);
      onImported(result);
    },
  });
  return (
    <section className={styles.step}>
      <StepHeading>{t('roster.preview.heading')}</StepHeading>
      <Verdict rows={rows} faulty={faulty.length} fresh={fresh.length} />
      {rows.length > 0 && (
        <Table
          name="roster"
          caption={t('roster.preview.caption')}
          columns={columns}
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
      {send.error && <ErrorState error={send.error} inline />}
      <div className={styles.actions}>
        <Button icon="left" onClick={() => onBack(null)}>
          {t('roster.preview.back')}
        </Button>
        {importable && fresh.length > 0 && (
          <Button tone="primary" busy={send.isPending} onClick={() => send.mutate()}>
            {t('roster.preview.submit', { count: fresh.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

interface VerdictProps {
  readonly rows: readonly RosterRow[];
  readonly faulty: number;
  readonly fresh: number;
}

function Verdict({ rows, faulty, fresh }: VerdictProps) {
  const { t } = useTranslation('institution');
  if (faulty > 0) return <Notice>{t('roster.preview.faulty', { count: faulty })}</Notice>;
  if (rows.length === 0) return <Notice>{t('roster.preview.emptyRoster')}</Notice>;
  return (
    <p className={styles.good}>
      <Icon name="check" />
      {fresh > 0 ? t('roster.preview.ready', { count: fresh }) : t('roster.preview.nothing')}
    </p>
  );
}

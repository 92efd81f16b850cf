import type { AuditEventView } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { saveFile, toCsv } from '../../../lib/csv.ts';
import { useAuditWords } from './audit-words.ts';

/** The events that are shown, as a file; instants and codes as they were recorded. */
export function AuditExport({ events }: { readonly events: readonly AuditEventView[] }) {
  const { t, event: eventWord, subject } = useAuditWords();
  const save = () => {
    const head = [
      'audit.at',
      'audit.actor',
      'audit.action',
      'audit.subject',
      'audit.entry',
      'audit.detail',
    ] as const;
    const rows = events.map((event) => [
      event.at,
      event.actor?.name ?? t('audit.platform'),
      eventWord(event),
      `${subject(event.subjectKind)} ${event.subjectId}`,
      event.entryId,
      JSON.stringify(event.detail),
    ]);
    saveFile(`${t('audit.fileName')}.csv`, toCsv([head.map((key) => t(key)), ...rows]));
  };
  return (
    <Button size="small" icon="download" onClick={save}>
      {t('audit.export')}
    </Button>
  );
}

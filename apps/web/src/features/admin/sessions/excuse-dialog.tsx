import type { SessionEntry } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { excuseEntry } from '../../../queries/entries.ts';
import { useEntryAct } from './use-entry-act.ts';

interface Props {
  readonly entry: SessionEntry;
  readonly sessionId: string;
  readonly onClose: () => void;
}

/** An absence that was accounted for: ends the entry, and costs no try. */
export function ExcuseDialog({ entry, sessionId, onClose }: Props) {
  const { t } = useTranslation('admin');
  const act = useEntryAct(
    sessionId,
    (input: { reason: string }) => excuseEntry(entry.id, input),
    t('excuse.done'),
    onClose,
  );
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={() => act.submit({})}
      title={t('excuse.title', { name: entry.candidateName })}
      confirmLabel={t('excuse.submit')}
      busy={act.busy}
      error={act.error}
    >
      <p>{t('excuse.text')}</p>
      <TextArea label={t('excuse.reason')} hint={t('excuse.reasonHint')} {...act.reason} />
    </ConfirmDialog>
  );
}

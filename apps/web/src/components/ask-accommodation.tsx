import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { emptyDraft, readMeasures } from '../lib/draft-measures.ts';
import { useReason } from '../lib/form/use-reason.ts';
import { toast } from '../lib/toast.ts';
import { useAct } from '../lib/use-act.ts';
import { askForAccommodation } from '../queries/accommodations.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { MeasuresFields } from './measures-fields.tsx';
import { TextArea } from './text-field.tsx';

interface Props {
  readonly entryId: string;
  /** For whom, where it is not for oneself. */
  readonly name?: string;
  /** What shows it afterwards. */
  readonly shownBy: QueryKey;
  readonly onClose: () => void;
}

/** What is asked for, why, and what proves it. Its words are of the namespace `accommodations`. */
export function AskAccommodation({ entryId, name, shownBy, onClose }: Props) {
  const { t } = useTranslation('accommodations');
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyDraft);
  const reason = useReason(t('ask.reasonFault'));
  const evidence = useReason(t('ask.evidenceFault'));
  const ask = useAct({
    mutationFn: (body: Parameters<typeof askForAccommodation>[1]) => askForAccommodation(entryId, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: shownBy });
      toast(t('ask.done'));
      onClose();
    },
  });
  const confirm = () => {
    const measures = readMeasures(draft);
    const [why, proof] = [reason.take(), evidence.take()];
    if (measures && why !== null && proof !== null) ask.mutate({ measures, reason: why, evidence: proof });
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={name === undefined ? t('ask.title') : t('ask.titleFor', { name })}
      confirmLabel={t('ask.submit')}
      busy={ask.isPending}
      error={ask.error}
    >
      <p>{t(name === undefined ? 'ask.lead' : 'ask.leadFor')}</p>
      <MeasuresFields draft={draft} onChange={setDraft} tried={reason.tried} />
      <TextArea label={t('ask.reason')} hint={t('ask.reasonHint')} {...reason.area} />
      <TextArea label={t('ask.evidence')} hint={t('ask.evidenceHint')} {...evidence.area} />
    </ConfirmDialog>
  );
}

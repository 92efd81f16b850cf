import { deskLimits, isLatinName, isLine, isName, nameLength, type DeskRow } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { correctName } from '../../queries/desk.ts';
import { useDeskAct } from './use-desk-act.tsx';

interface Props {
  readonly row: DeskRow;
  readonly onClose: () => void;
}

/** A name as the papers have it, with what was seen and why. */
export function CorrectName({ row, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [name, setName] = useState(row.name);
  const [latinName, setLatinName] = useState(row.latinName ?? '');
  const [seen, setSeen] = useState('');
  const reason = useReason(t('reasonFault'));
  const act = useDeskAct({
    send: (body: Parameters<typeof correctName>[1]) => correctName(row.entryId, body),
    said: () => t('correct.done', { name }),
    onDone: onClose,
  });
  const isNameFit = isName(name);
  const isLatinFit = latinName.trim() === '' || isLatinName(latinName.normalize('NFC'));
  const isSeenFit = isLine(seen);
  const confirm = () => {
    const why = reason.take();
    if (why !== null && isNameFit && isLatinFit && isSeenFit)
      act.mutate({ name, latinName: latinName.trim() || null, seen, reason: why });
  };
  return (
    <ConfirmDialog
      open
      keepsInput
      onClose={act.close}
      onConfirm={confirm}
      title={t('correct.title', { name: row.name })}
      confirmLabel={t('correct.submit')}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('correct.text')}</p>
      <TextField
        label={t('correct.name')}
        value={name}
        maxLength={nameLength}
        autoComplete="off"
        error={reason.tried && !isNameFit ? t('correct.nameFault') : null}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={t('correct.latinName')}
        hint={t('correct.latinHint')}
        required={false}
        value={latinName}
        maxLength={nameLength}
        autoComplete="off"
        error={reason.tried && !isLatinFit ? t('correct.latinFault') : null}
        onChange={({ target }) => setLatinName(target.value)}
      />
      <TextField
        label={t('correct.seen')}
        value={seen}
        maxLength={deskLimits.seen}
        autoComplete="off"
        error={reason.tried && !isSeenFit ? t('correct.seenFault') : null}
        onChange={({ target }) => setSeen(target.value)}
      />
      <TextArea label={t('reason')} {...reason.area} />
    </ConfirmDialog>
  );
}

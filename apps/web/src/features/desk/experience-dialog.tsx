import { experienceLimits, hasTooFewYears, type DeskRow, type DeskSession } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { seeExperience } from '../../queries/desk.ts';
import { useDeskAct } from './use-desk-act.tsx';

interface Props {
  readonly desk: DeskSession;
  readonly row: DeskRow;
  readonly onClose: () => void;
}

/** Whether the experience is enough, how many years were found, and in what. */
export function ExperienceDialog({ desk, row: { entryId, name }, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [met, setMet] = useState<'yes' | 'no' | null>(null);
  const [typed, setTyped] = useState('');
  const seen = useReason(t('experience.seenFault'));
  const act = useDeskAct({
    send: (body: Parameters<typeof seeExperience>[1]) => seeExperience(entryId, body),
    said: () => t('experience.done', { name }),
    onDone: onClose,
  });
  const years = typed.trim() === '' ? Number.NaN : Number(typed);
  const isFit =
    years >= 0 &&
    years <= experienceLimits.years &&
    !hasTooFewYears({ met: met === 'yes', years }, desk.yearsAsked);
  const confirm = () => {
    const what = seen.take();
    if (what !== null && met && isFit) act.mutate({ met: met === 'yes', years, seen: what });
  };
  return (
    <ConfirmDialog
      open
      keepsInput
      onClose={act.close}
      onConfirm={confirm}
      title={t('experience.title', { name })}
      confirmLabel={t('experience.submit')}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('experience.asked', { count: desk.yearsAsked })}</p>
      <RadioCards
        legend={t('experience.met')}
        value={met}
        onChange={setMet}
        error={seen.tried && !met ? t('experience.metFault') : null}
        cards={(['yes', 'no'] as const).map((value) => ({ value, label: t(`experience.${value}`) }))}
      />
      <TextField
        label={t('experience.years')}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={seen.tried && !isFit ? t('experience.yearsFault') : null}
        onChange={({ target }) => setTyped(target.value)}
      />
      <TextArea label={t('experience.seen')} hint={t('experience.seenHint')} {...seen.area} />
    </ConfirmDialog>
  );
}

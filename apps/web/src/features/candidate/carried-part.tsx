import { formatScore, type EntryPart, type OwnEntry } from '@ennead/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hasEnded } from '../../lib/has-ended.ts';
import { useFormat } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { startLab } from '../../queries/labs.ts';
import styles from './candidate-page.module.css';
import { openLab } from './open-lab.ts';
import { carriedFor, isOpenNow } from './next-step.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly part: EntryPart;
}

/** A score that counts without its part being taken; taking it all the same gives the score up, so it is asked first. */
export function CarriedPart({ entry, part }: Props) {
  const { t } = useTranslation('tries');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const lab = useAct({
    mutationFn: () => startLab(entry.id, part.partId),
    onSuccess: (session) => openLab(session.id),
  });
  const carried = carriedFor(part, entry);
  if (!carried) return null;
  const values = {
    score: formatScore(carried.scoreCents),
    number: carried.fromNumber,
    date: format.date(carried.satAt),
  };
  const go = () => {
    if (part.kind === 'lab') return lab.mutate();
    void navigate(
      part.kind === 'form'
        ? `/exam/start/${entry.id}/${part.partId}`
        : `/portfolio/${entry.id}/${part.partId}`,
    );
  };
  const isOver = entry.state !== 'entered';
  const mayTake = !isOver && !hasEnded(entry.state) && isOpenNow(part, entry);
  return (
    <>
      <p className={styles.about}>{t(isOver ? 'carried.counted' : 'carried.text', values)}</p>
      {mayTake && (
        <>
          <Button size="small" onClick={() => setAsking(true)}>
            {t('carried.take')}
          </Button>
          <ConfirmDialog
            open={asking}
            onClose={() => setAsking(false)}
            onConfirm={go}
            title={t('carried.title')}
            confirmLabel={t(`carried.go.${part.kind}`)}
            tone="danger"
            busy={lab.isPending || lab.isSuccess}
            error={lab.error}
          >
            <p>{t(`carried.means.${part.kind}`, values)}</p>
          </ConfirmDialog>
        </>
      )}
    </>
  );
}

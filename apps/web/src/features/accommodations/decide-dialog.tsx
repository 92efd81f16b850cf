import type { AccommodationToDecide, QueuedAccommodation } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { MeasuresFields } from '../../components/measures-fields.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { draftOf, readMeasures } from '../../lib/draft-measures.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { accommodationQuery } from '../../queries/accommodations.ts';
import { RequestFacts } from './request-facts.tsx';
import { useDecision, type Decision } from './use-decision.ts';

interface Props {
  readonly queued: QueuedAccommodation;
  readonly onClose: () => void;
}

/** Why it is asked for is fetched only when somebody opens it: they are on the trail from then on. */
export function DecideDialog({ queued, onClose }: Props) {
  const { t } = useTranslation('accommodations');
  const { data, error, refetch } = useQuery(accommodationQuery(queued.id));
  if (data) return <Decide found={data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { name: queued.candidateName })}>
      {error ? <ErrorState error={error} inline onRetry={() => void refetch()} /> : <Loading lines={6} />}
    </Dialog>
  );
}

const ways = ['approve', 'refuse'] as const;

function Decide({ found, onClose }: { readonly found: AccommodationToDecide; readonly onClose: () => void }) {
  const { t } = useTranslation('accommodations');
  const [way, setWay] = useState<Decision['way'] | null>(found.isOver ? 'refuse' : null);
  const [draft, setDraft] = useState(() => draftOf(found.asked));
  const reason = useReason(t('decide.reasonFault'));
  const decide = useDecision(found.id, onClose);
  const confirm = () => {
    const why = reason.take();
    const measures = readMeasures(draft);
    if (why === null || way === null) return;
    if (way === 'refuse') decide.mutate({ way, reason: why });
    else if (measures) decide.mutate({ way, reason: why, measures });
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={decide.close}
      onConfirm={confirm}
      title={t('decide.title', { name: found.candidateName })}
      confirmLabel={t('decide.submit')}
      busy={decide.isPending}
      error={decide.error}
    >
      <RequestFacts found={found} />
      <RadioCards
        legend={t('decide.way')}
        value={way}
        onChange={setWay}
        error={reason.tried && !way ? t('decide.wayFault') : null}
        cards={ways.map((value) => ({
          value,
          label: t(`decide.ways.${value}`),
          text: t(`decide.about.${value}`),
          disabled: value === 'approve' && found.isOver,
        }))}
      />
      {way === 'approve' && <MeasuresFields draft={draft} onChange={setDraft} tried={reason.tried} />}
      <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} {...reason.area} />
      <p>{t('decide.part')}</p>
    </ConfirmDialog>
  );
}

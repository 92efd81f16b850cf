import type { ThreatView } from '@ennead/contracts';
import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { takeMeasure } from '../../queries/threats.ts';
import { useThreatAct } from './use-threat-act.ts';

interface Props {
  readonly threat: ThreatView;
  readonly onClose: () => void;
}

/** What was done about a threat, and whether it is over by that. */
export function TakeMeasure({ threat, onClose }: Props) {
  const { t } = useTranslation('threats');
  const [closes, setCloses] = useState(false);
  const take = useThreatAct(
    (why: string) => takeMeasure(threat.id, { text: why, closes }),
    t('take.done'),
    onClose,
  );
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={take.mutate}
      title={t('take.title', { title: threat.title })}
      confirmLabel={t('take.submit')}
      act={take}
      reason={{ label: t('take.text'), hint: t('form.descriptionHint'), fault: t('form.descriptionFault') }}
      after={
        <Checkbox
          label={t('take.closes')}
          hint={t('take.closesHint')}
          checked={closes}
          onChange={({ target }) => setCloses(target.checked)}
        />
      }
    />
  );
}

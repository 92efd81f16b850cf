import type { ThreatView } from '@ennead/contracts';
import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { takeMeasure } from '../../queries/threats.ts';
import styles from './threats.module.css';
import { useThreatAct } from './use-threat-act.ts';

interface Props {
  readonly threat: ThreatView;
  readonly onClose: () => void;
}

/** What was done about a threat, and whether it is over by that. */
export function TakeMeasure({ threat, onClose }: Props) {
  const { t } = useTranslation('threats');
  const text = useReason(t('form.descriptionFault'));
  const [closes, setCloses] = useState(false);
  const take = useThreatAct(
    (why: string) => takeMeasure(threat.id, { text: why, closes }),
    t('take.done'),
    onClose,
  );
  const confirm = () => {
    const why = text.take();
    if (why !== null) take.mutate(why);
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={confirm}
      title={t('take.title', { title: threat.title })}
      confirmLabel={t('take.submit')}
      busy={take.isPending}
      error={take.error}
    >
      <div className={styles.form}>
        <TextArea label={t('take.text')} hint={t('form.descriptionHint')} {...text.area} />
        <Checkbox
          label={t('take.closes')}
          hint={t('take.closesHint')}
          checked={closes}
          onChange={({ target }) => setCloses(target.checked)}
        />
      </div>
    </ConfirmDialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { messagesList, sendMessageAgain } from '../../../queries/messages.ts';
import styles from './inbox.module.css';

interface Props {
  readonly id: string;
  readonly onSent: () => void;
}

/** Has a letter sent again that may be there already; asks first. */
export function SendAgain({ id, onSent }: Props) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const again = useAct({
    mutationFn: () => sendMessageAgain(id),
    onSuccess: () => {
      toast(t('inbox.letter.againDone'));
      void client.invalidateQueries({ queryKey: messagesList.queryKey });
      onSent();
    },
  });
  return (
    <div className={styles.act}>
      <Button icon="refresh" onClick={() => setAsking(true)}>
        {t('inbox.letter.sendAgain')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => again.mutate()}
        title={t('inbox.letter.againTitle')}
        confirmLabel={t('inbox.letter.sendAgain')}
        busy={again.isPending}
        error={again.error}
      >
        <p>{t('inbox.letter.againText')}</p>
      </ConfirmDialog>
    </div>
  );
}

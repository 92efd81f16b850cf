import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { LabClient } from './lab-client.ts';
import { useStore } from '../../lib/store.ts';

/** Another window has the lab. Said once; dismissed, the line above keeps the way back. */
export function TakenOver({ client }: { readonly client: LabClient }) {
  const { t } = useTranslation('lab');
  const [read, setRead] = useState(false);
  return (
    <Dialog
      open={!read}
      onClose={() => setRead(true)}
      title={t('machine.takenOverTitle')}
      footer={<TakeOverButton client={client} />}
    >
      <p>{t('machine.takenOverText')}</p>
    </Dialog>
  );
}

/** The way back to this window, shown while another one has the lab. */
export function TakeOverButton({ client }: { readonly client: LabClient }) {
  const { t } = useTranslation('lab');
  const link = useStore(client.connection.state);
  if (link !== 'taken-over') return null;
  return (
    <Button size="small" onClick={client.connection.connect}>
      {t('machine.takeOver')}
    </Button>
  );
}

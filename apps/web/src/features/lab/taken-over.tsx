import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { LabClient } from './lab-client.ts';

/** Another window has the lab. Nothing can be lost here, so closing the notice leaves everything to be read. */
export function TakenOver({ client }: { readonly client: LabClient }) {
  const { t } = useTranslation('lab');
  return (
    <Dialog
      open
      onClose={() => undefined}
      title={t('machine.takenOverTitle')}
      footer={<Button onClick={client.connection.connect}>{t('machine.takeOver')}</Button>}
    >
      <p>{t('machine.takenOverText')}</p>
    </Dialog>
  );
}

import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';

interface Props {
  readonly title: string;
  readonly email: string;
  readonly onClose: () => void;
}

/** Of the staff a link is shown to nobody: it went to their mailbox. */
export function MailedLink({ title, email, onClose }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={<Button onClick={onClose}>{t('common:action.close')}</Button>}
    >
      <p>{t('invitation.mailed', { email })}</p>
      <p>{t('invitation.mailedWhy')}</p>
    </Dialog>
  );
}

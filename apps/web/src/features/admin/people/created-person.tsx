import type { InvitationLink } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Notice } from '../notice.tsx';

interface Props {
  readonly invitation: InvitationLink;
  readonly onClose: () => void;
  readonly title?: string;
  readonly lead?: string;
  readonly label?: string;
}

/** The one moment at which the link can be seen; closing asks once if nobody has copied it. */
export function CreatedPerson({ invitation, onClose, title, lead, label }: Props) {
  const { t } = useTranslation('admin');
  const [copied, setCopied] = useState(false);
  const [warned, setWarned] = useState(false);
  const { name, email, url } = invitation;
  return (
    <Dialog
      open
      onClose={() => (copied ? onClose() : setWarned(true))}
      title={title ?? t('invitation.title')}
      footer={
        copied || !warned ? (
          <Button onClick={() => (copied ? onClose() : setWarned(true))}>{t('common:action.close')}</Button>
        ) : (
          <Button tone="danger" onClick={onClose}>
            {t('invitation.close')}
          </Button>
        )
      }
    >
      <p>{lead ?? t('invitation.lead', { name, email })}</p>
      <CopyField label={label ?? t('invitation.label')} text={url} onCopied={() => setCopied(true)} />
      <div role="status">
        <Notice>{t(warned && !copied ? 'invitation.unsaved' : 'invitation.once')}</Notice>
      </div>
    </Dialog>
  );
}

import type { PersonRecord } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useMe } from '../../../queries/me.ts';
import { toast } from '../../../lib/toast.ts';
import { Notice } from '../notice.tsx';
import { useChangePerson } from './use-change-person.ts';
import { useEnablePerson } from './use-enable-person.ts';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** Asks before somebody is locked out; what has been done can be undone from the toast. */
export function DisablePerson({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const enable = useEnablePerson();
  const isOwn = me.person?.id === person.id;
  const disable = useChangePerson((disabled) => {
    toast(t('disable.done', { name: disabled.name }), {
      action: isOwn ? undefined : { label: t('disable.undo'), run: () => enable.mutate(disabled) },
    });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => disable.mutate({ person, to: { disabled: true } })}
      title={t('disable.title', { name: person.name })}
      confirmLabel={t('disable.confirm')}
      tone="danger"
      busy={disable.isPending}
      error={disable.error}
    >
      <p>{t('disable.text', { name: person.name })}</p>
      {isOwn && <Notice>{t('disable.own')}</Notice>}
    </ConfirmDialog>
  );
}

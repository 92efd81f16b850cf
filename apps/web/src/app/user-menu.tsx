import { useTranslation } from '../i18n/use-translation.ts';
import { useNavigate } from 'react-router';
import { IconButton } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { Menu, MenuItem, MenuNote } from '../components/menu.tsx';
import { useFormat } from '../lib/format.ts';
import { useProblemText } from '../lib/problem-text.ts';
import { mayDeclare } from '../lib/ties.ts';
import type { Person } from '../queries/me.ts';
import { toast } from '../lib/toast.ts';
import { useLogOut } from './use-log-out.ts';

export function UserMenu({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const problemText = useProblemText();

  const logOut = useLogOut((error) => toast(problemText(error), { tone: 'bad' }));

  return (
    <>
      <Menu trigger={<IconButton icon="user" label={t('shell.userMenu', { name: person.name })} />}>
        <MenuNote>
          <strong>{person.name}</strong>
          {person.email}
          <br />
          {format.list(person.roles.map((role) => t(`person.${role}`)))}
        </MenuNote>
        <MenuItem icon="user" onSelect={() => void navigate('/account')}>
          {t('shell.account')}
        </MenuItem>
        {mayDeclare(person.roles) && (
          <MenuItem icon="people" onSelect={() => void navigate('/interests')}>
            {t('shell.interests')}
          </MenuItem>
        )}
        <MenuItem icon="logOut" onSelect={logOut.ask}>
          {t('shell.logOut')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={logOut.asking}
        onClose={logOut.stay}
        onConfirm={() => logOut.leave()}
        title={t('shell.unsent.title')}
        confirmLabel={t('shell.unsent.leave')}
        cancelLabel={t('shell.unsent.stay')}
        tone="danger"
        busy={logOut.isPending}
      >
        <p>{t('shell.unsent.text')}</p>
      </ConfirmDialog>
    </>
  );
}

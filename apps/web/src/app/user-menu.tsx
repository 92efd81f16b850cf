import { useTranslation } from '../i18n/use-translation.ts';
import { useNavigate } from 'react-router';
import { IconButton } from '../components/button.tsx';
import { Menu, MenuItem, MenuNote } from '../components/menu.tsx';
import { api } from '../lib/api.ts';
import { useFormat } from '../lib/format.ts';
import { useProblemText } from '../lib/problem-text.ts';
import type { Person } from '../lib/session.ts';
import { toast } from '../lib/toast.ts';

export function UserMenu({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const problemText = useProblemText();

  const logOut = async () => {
    try {
      await api.post('/api/auth/log-out');
      // A new document: nothing of this person stays in memory.
      window.location.assign('/');
    } catch (error) {
      toast(problemText(error), { tone: 'bad' });
    }
  };

  return (
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
      <MenuItem icon="logOut" onSelect={() => void logOut()}>
        {t('shell.logOut')}
      </MenuItem>
    </Menu>
  );
}

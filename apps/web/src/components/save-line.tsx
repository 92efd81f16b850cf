import { useTranslation } from '../i18n/use-translation.ts';
import type { SaveState } from '../lib/autosaver.ts';
import { useFormat } from '../lib/format.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './save-line.module.css';

const icons: Record<SaveState['phase'], IconName> = {
  saved: 'check',
  waiting: 'refresh',
  saving: 'refresh',
  offline: 'offline',
  'logged-out': 'warning',
  refused: 'warning',
};

/** One line that leaves no doubt about what is saved. `idle` stands there before anything was changed. */
export function SaveLine({ state, idle }: { readonly state: SaveState; readonly idle: string }) {
  const isCalm = ['saved', 'waiting', 'saving'].includes(state.phase);
  return (
    <span className={styles.line} data-tone={isCalm ? 'calm' : 'warn'}>
      <Icon name={icons[state.phase]} size={16} />
      <span data-testid="save-state">{useWords(state) ?? idle}</span>
    </span>
  );
}

function useWords({ phase, savedAt }: SaveState): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  switch (phase) {
    case 'saved':
      return savedAt && t('state.savedAt', { time: format.time(savedAt) });
    case 'waiting':
    case 'saving':
      return t('state.saving');
    case 'offline':
      return t('state.notSavedOffline');
    case 'logged-out':
      return t('state.notSavedLoggedOut');
    case 'refused':
      return t('state.notSaved');
  }
}

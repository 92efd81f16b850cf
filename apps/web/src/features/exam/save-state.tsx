import { Icon, type IconName } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './top-bar.module.css';
import type { SaverState } from './saver-state.ts';

/** One line that leaves no doubt about what is saved where. */
export function SaveState({ state }: { readonly state: SaverState }) {
  const { t } = useTranslation('exam');
  const words = useWords(state);
  const isCutOff = state.phase === 'offline' || state.phase === 'logged-out';
  return (
    <span className={styles.state} data-tone={isCutOff || state.phase === 'moved' ? 'warn' : 'calm'}>
      <Icon name={iconOf(state)} size={16} />
      <span data-testid="save-state">{words}</span>
      <span className={styles.connection}>{t(isCutOff ? 'bar.disconnected' : 'bar.connected')}</span>
    </span>
  );
}

function useWords({ phase, queue, savedAt, keeps }: SaverState): string {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const count = queue.pending.length;
  if (phase === 'moved') return t('bar.moved');
  if (phase === 'over') return t('bar.over');
  if (phase === 'logged-out') return t('bar.loggedOut');
  if (phase === 'offline') {
    if (count === 0) return t('bar.offlineIdle');
    return t(keeps ? 'bar.offline' : 'bar.offlinePage', { count });
  }
  if (count > 0) return t('bar.saving');
  if (phase === 'connecting') return t('bar.connecting');
  return savedAt ? t('bar.saved', { time: format.time(savedAt) }) : t('bar.notYet');
}

function iconOf({ phase, queue }: SaverState): IconName {
  if (phase === 'offline') return 'offline';
  if (phase === 'moved' || phase === 'over') return 'lock';
  if (phase === 'logged-out') return 'warning';
  return phase === 'connecting' || queue.pending.length > 0 ? 'refresh' : 'check';
}

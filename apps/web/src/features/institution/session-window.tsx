import type { ExamSessionState, WindowState } from '@ennead/contracts';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './institution.module.css';

interface Props {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly state: ExamSessionState;
  readonly window: WindowState;
}

const tones: Record<WindowState, StateTone> = { upcoming: 'neutral', open: 'good', closed: 'neutral' };

/** From when to when a session can be sat, and whether that is now; or that it will not be held. */
export function SessionWindow({ opensAt, closesAt, state, window }: Props) {
  const { t } = useTranslation('institution');
  const format = useFormat();
  return (
    <span className={styles.window}>
      {state === 'cancelled' ? (
        <StateMark tone="warn" icon="cross">
          {t('window.cancelled')}
        </StateMark>
      ) : (
        <StateMark tone={tones[window]} icon={window === 'closed' ? 'lock' : 'clock'}>
          {t(`window.${window}`)}
        </StateMark>
      )}
      <span className={styles.faint}>
        {t('window.span', { from: format.dateTime(opensAt), to: format.dateTime(closesAt) })}
      </span>
    </span>
  );
}

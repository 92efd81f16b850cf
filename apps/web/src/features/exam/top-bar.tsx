import type { AttemptView } from '@ennead/contracts';
import { Button, IconButton } from '../../components/button.tsx';
import { Countdown } from '../../components/countdown.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useChooseLocale } from '../../queries/choose-locale.ts';
import { useLocalized } from '../../lib/localized.ts';
import type { ReadingSettings } from './reading-settings.ts';
import { SaveState } from './save-state.tsx';
import type { SaverState } from './saver-state.ts';
import styles from './top-bar.module.css';

interface Props {
  readonly view: AttemptView;
  readonly state: SaverState;
  readonly reading: ReadingSettings;
  readonly onTimeUp: () => void;
  readonly onKeys: () => void;
}

/** Title, part, what is saved, the connection, the time left; and how the page reads. */
export function TopBar({ view, state, reading, onTimeUp, onKeys }: Props) {
  const { t } = useTranslation('exam');
  const localized = useLocalized();
  return (
    <header className={styles.bar}>
      <div className={styles.names}>
        <h1 className={styles.title}>{localized(view.title)}</h1>
        <span className={styles.part}>{t('part')}</span>
      </div>
      <div className={styles.time}>
        <Countdown endsAt={Date.parse(state.deadlineAt)} now={state.now} onEnd={onTimeUp} />
      </div>
      <SaveState state={state} />
      <Tools reading={reading} onKeys={onKeys} />
    </header>
  );
}

function Tools({ reading, onKeys }: Pick<Props, 'reading' | 'onKeys'>) {
  const { t, locale } = useTranslation('exam');
  const choose = useChooseLocale();
  const other =
    locale === 'en' ? ({ locale: 'zh-CN', name: '中文' } as const) : ({ locale: 'en', name: 'EN' } as const);
  const size = t('bar.textSize', { size: t(`bar.sizes.${reading.textSize}`) });
  return (
    <div className={styles.tools} role="group" aria-label={t('tools')}>
      <Button
        tone="quiet"
        size="small"
        lang={other.locale}
        title={t('common:shell.language')}
        onClick={() => choose(other.locale)}
      >
        {other.name}
      </Button>
      <button type="button" className={styles.size} aria-label={size} title={size} onClick={reading.growText}>
        <span aria-hidden="true">A</span>
      </button>
      <IconButton
        icon="half"
        label={t('bar.contrast')}
        aria-pressed={reading.contrast}
        onClick={reading.toggleContrast}
      />
      <IconButton icon="question" label={t('bar.keys')} onClick={onKeys} />
    </div>
  );
}

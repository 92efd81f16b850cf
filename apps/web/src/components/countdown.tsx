import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { announce } from '../lib/announce.ts';
import { clockText } from '../lib/format.ts';
import styles from './countdown.module.css';
import { Icon } from './icon.tsx';

interface Props {
  /** Epoch milliseconds on the server's clock. */
  readonly endsAt: number;
  /** The server's clock, from `startServerClock`. */
  readonly now: () => number;
  readonly onEnd?: () => void;
}

const AMBER_SEC = 10 * 60;
const announceAtMinutes = [10, 5, 1] as const;

/** Time left. Amber from ten minutes on, said politely at ten, five and one; it never blinks. */
export function Countdown({ endsAt, now, onEnd }: Props) {
  const { t } = useTranslation();
  const [leftSec, setLeftSec] = useState(() => (endsAt - now()) / 1000);
  const previous = useRef(leftSec);

  useEffect(() => {
    const tick = () => {
      const left = (endsAt - now()) / 1000;
      const minute = announceAtMinutes.find((mark) => previous.current > mark * 60 && left <= mark * 60);
      if (minute !== undefined) announce(t('time.leftMinutes', { count: minute }));
      if (previous.current > 0 && left <= 0) {
        announce(t('time.over'), 'assertive');
        onEnd?.();
      }
      previous.current = left;
      setLeftSec(left);
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [endsAt, now, onEnd, t]);

  return (
    <span
      className={`${styles.countdown} ${leftSec <= AMBER_SEC ? styles.amber : ''}`}
      role="timer"
      aria-live="off"
    >
      <Icon name={leftSec <= AMBER_SEC ? 'warning' : 'clock'} />
      <span className="visually-hidden">{t('time.left')}</span>
      <span>{leftSec <= 0 ? t('time.over') : clockText(leftSec)}</span>
    </span>
  );
}

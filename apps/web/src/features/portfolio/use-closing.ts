import type { PortfolioView } from '@ennead/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import { startServerClock } from '../../lib/server-clock.ts';

/** Longer than anybody keeps a page open, and far below what a timer can count. */
const mostMs = 24 * 3_600_000;
const beforeMs = 2_000;
const afterMs = 500;

interface Acts {
  /** Just before the end: what is typed is saved while it still can be. */
  readonly onLast: () => void;
  readonly onClosed: () => void;
}

/** Lets an open page notice, by the server's clock, that the time of its draft runs out. */
export function useClosing({ closesAt, serverNow }: PortfolioView, acts: Acts): void {
  const [now] = useState(() => startServerClock(serverNow));
  const last = useEffectEvent(acts.onLast);
  const closed = useEffectEvent(acts.onClosed);
  useEffect(() => {
    const leftMs = Date.parse(closesAt) - now();
    if (leftMs > mostMs) return;
    const timers = [
      setTimeout(() => last(), Math.max(0, leftMs - beforeMs)),
      setTimeout(() => closed(), Math.max(0, leftMs + afterMs)),
    ];
    return () => timers.forEach(clearTimeout);
  }, [closesAt, now]);
}

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './separator.module.css';

interface Props {
  readonly label: string;
  /** Of the line itself: a vertical one lies between columns. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Which way makes the panel larger. */
  readonly grows: 'right' | 'up';
  readonly controls: string;
  readonly sizePx: number;
  readonly bounds: readonly [least: number, most: number];
  readonly onResize: (px: number) => void;
  readonly onToggle: () => void;
}

const STEP_PX = 16;

/** The line between two panels, by the WAI-ARIA window splitter pattern: drag it, or use arrow keys, Home, End, Enter. */
export function Separator({
  label,
  orientation,
  grows,
  controls,
  sizePx,
  bounds,
  onResize,
  onToggle,
}: Props) {
  const drag = useRef<{ readonly at: number; readonly sizePx: number } | null>(null);
  const along = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const sign = grows === 'up' ? -1 : 1;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: along(event), sizePx };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) onResize(drag.current.sizePx + sign * (along(event) - drag.current.at));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const size = sizeAfterKey(event, orientation, sign, sizePx, bounds);
    if (size !== null) onResize(size);
    else if (event.key === 'Enter') onToggle();
    else return;
    event.preventDefault();
  };

  return (
    // A focusable separator is a widget (WAI-ARIA 1.2); the rule knows only the static kind.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.separator}
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-controls={controls}
      aria-valuenow={sizePx}
      aria-valuemin={bounds[0]}
      aria-valuemax={Math.max(bounds[1], sizePx)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDoubleClick={onToggle}
      onKeyDown={onKeyDown}
    />
  );
}

function sizeAfterKey(
  { key, shiftKey }: KeyboardEvent,
  orientation: 'vertical' | 'horizontal',
  sign: number,
  sizePx: number,
  [least, most]: readonly [number, number],
): number | null {
  const step = shiftKey ? STEP_PX * 4 : STEP_PX;
  const [back, forth] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === forth) return sizePx + sign * step;
  if (key === back) return sizePx - sign * step;
  if (key === 'Home') return least;
  if (key === 'End') return most;
  return null;
}

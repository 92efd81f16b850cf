import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** False where something else takes the focus. */
  readonly takesFocus?: boolean;
}

/** The heading of a step; takes the focus when the step begins, so that keyboard and screen reader go on from here. */
export function StepHeading({ children, takesFocus = true }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    window.scrollTo({ top: 0 });
    ref.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h2 ref={ref} tabIndex={-1}>
      {children}
    </h2>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** The heading of a step; takes the focus when the step begins, so that keyboard and screen reader go on from here. */
export function StepHeading({ children }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={ref} tabIndex={-1}>
      {children}
    </h2>
  );
}

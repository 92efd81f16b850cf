import type { ComponentProps, ReactNode } from 'react';
import { useReason } from '../lib/form/use-reason.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { TextArea } from './text-field.tsx';

type Passed = Pick<
  ComponentProps<typeof ConfirmDialog>,
  'onClose' | 'title' | 'confirmLabel' | 'tone' | 'typeToConfirm'
>;

interface Props extends Passed {
  readonly reason: { readonly label: string; readonly hint?: string; readonly fault: string };
  /** What exactly will happen, and what else is asked, before the reason. */
  readonly children?: ReactNode;
  /** What else is asked, after it. */
  readonly after?: ReactNode;
  readonly onConfirm: (reason: string) => void;
  readonly act: { readonly isPending: boolean; readonly error: unknown };
}

/** Asks once before an act that takes a reason, and does nothing without one. It is there only while it is open. */
export function ReasonDialog({ reason, children, after, onConfirm, act, ...passed }: Props) {
  const { take, area } = useReason(reason.fault);
  const confirm = () => {
    const why = take();
    if (why !== null) onConfirm(why);
  };
  return (
    <ConfirmDialog {...passed} keepsInput open onConfirm={confirm} busy={act.isPending} error={act.error}>
      {children}
      <TextArea label={reason.label} hint={reason.hint} {...area} />
      {after}
    </ConfirmDialog>
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { OfferException } from '../../../components/offer-exception.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { useSessionAct } from './use-session-act.ts';

type Passed = Pick<
  ComponentProps<typeof ConfirmDialog>,
  'onClose' | 'onConfirm' | 'title' | 'confirmLabel' | 'cancelLabel' | 'tone'
>;

interface Props extends Passed {
  /** Of `useSessionAct`. */
  readonly act: Pick<ReturnType<typeof useSessionAct>, 'reason' | 'busy' | 'error'>;
  /** What it does, and to whom. */
  readonly text: string;
  readonly children?: ReactNode;
  readonly reasonHint: string;
  /** Asks for an exception, where a tie bars from it. */
  readonly onExcept: () => void;
}

/** Asks for what is to be changed of a session, and why. */
export function SessionDialog({ act, text, children, reasonHint, onExcept, ...passed }: Props) {
  const { t } = useTranslation('admin');
  return (
    <ConfirmDialog {...passed} keepsInput open busy={act.busy} error={act.error}>
      <p>{text}</p>
      {children}
      <TextArea label={t('excuse.reason')} hint={reasonHint} {...act.reason} />
      <OfferException error={act.error} onOpen={onExcept} />
    </ConfirmDialog>
  );
}

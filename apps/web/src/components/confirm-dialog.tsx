import { useState, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { focusFirstFault } from '../lib/focus-first-fault.ts';
import { isOtherCode, isSameCode } from '../lib/is-same-code.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorState } from './error-state.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  /** What exactly will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** A verb that names the act, never just "OK". */
  readonly confirmLabel: string;
  /** Where "cancel" could be read as cancelling something else. */
  readonly cancelLabel?: string;
  readonly tone?: 'primary' | 'danger';
  /** For what cannot be undone: the person types this code first. */
  readonly typeToConfirm?: string;
  /** Asks before what was filled in is thrown away. */
  readonly keepsInput?: boolean;
  readonly busy?: boolean;
  readonly error?: unknown;
}

/** Asks once before an act with consequences. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel,
  tone = 'primary',
  typeToConfirm,
  keepsInput,
  busy,
  error,
}: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const close = () => {
    setTyped('');
    onClose();
  };
  const confirm = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    onConfirm();
    focusFirstFault(currentTarget.closest('dialog')!);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      keepsInput={keepsInput}
      footer={
        <>
          <Button onClick={close}>{cancelLabel ?? t('action.cancel')}</Button>
          <Button
            tone={tone}
            busy={busy}
            disabled={typeToConfirm !== undefined && !isSameCode(typed, typeToConfirm)}
            onClick={confirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {typeToConfirm !== undefined && (
        <TextField
          label={t('dialog.typeToConfirm', { text: typeToConfirm })}
          value={typed}
          error={isOtherCode(typed, typeToConfirm) ? t('dialog.typedOther') : null}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {error ? <ErrorState error={error} inline /> : null}
    </Dialog>
  );
}

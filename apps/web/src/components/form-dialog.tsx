import { useId, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import { ErrorState } from './error-state.tsx';

interface Props {
  readonly onClose: () => void;
  readonly title: string;
  /** What stands before the fields: what will happen, and whether it can be undone. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** A verb that names the act, never just "OK". */
  readonly submitLabel: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy: boolean;
  /** The form of `useCheckedForm`, and what of its refusal no field shows. */
  readonly form: ComponentProps<'form'>;
  readonly refusal: unknown;
}

/** A form of its own in a dialogue, which is there only while it is open. */
export function FormDialog({
  onClose,
  title,
  lead,
  children,
  submitLabel,
  tone = 'primary',
  busy,
  form,
  refusal,
}: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form={id} tone={tone} busy={busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {lead}
      <form id={id} className={styles.fields} {...form}>
        {children}
        {refusal ? <ErrorState error={refusal} inline /> : null}
      </form>
    </Dialog>
  );
}

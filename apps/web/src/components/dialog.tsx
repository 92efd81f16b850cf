import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  /** `sheet` comes from the bottom edge on small screens and from the right on wide ones. */
  readonly kind?: 'box' | 'wide' | 'sheet';
  /** Asks before Escape, the cross or a click beside it throw away what was filled in. */
  readonly keepsInput?: boolean;
}

/**
 * The browser's own modal dialogue: it keeps focus inside, makes the rest inert, closes on Escape and gives the
 * focus back. Its content exists only while it is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  footer,
  kind = 'box',
  keepsInput = false,
}: DialogProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const hasInput = useRef(false);
  const lastField = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState(false);
  const id = useId();
  if (asking && !open) setAsking(false);
  const leave = () => {
    if (keepsInput && hasInput.current) setAsking(true);
    else onClose();
  };

  /**
   * Asked to close twice in a row a browser closes by itself and lets nobody prevent it. What is shown and what is open stay
   * the same thing: what was filled in stays, and the question is asked.
   */
  const standAgain = () => {
    if (!open || ref.current?.open) return;
    if (keepsInput && hasInput.current) ref.current?.showModal();
    leave();
  };

  // Before the element leaves the page: a dialogue that is removed while open does not give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return;
    hasInput.current = false;
    lastField.current = null;
    if (!dialog.open) {
      dialog.showModal();
      findFirst(dialog)?.focus();
    }
    return () => dialog.close();
  }, [open]);

  // In a long dialogue, or above the keys of a phone, a refusal would come up out of sight.
  useEffect(() => {
    if (!open || !ref.current) return;
    const sight = new MutationObserver((changes) => {
      const [refusal] = changes.flatMap(({ addedNodes }) => [...addedNodes].flatMap(findAlert));
      refusal?.scrollIntoView({ block: 'nearest' });
    });
    sight.observe(ref.current, { childList: true, subtree: true });
    return () => sight.disconnect();
  }, [open]);

  // Whoever goes on finds themselves where they were.
  useLayoutEffect(() => {
    if (!asking) lastField.current?.focus();
  }, [asking]);

  return (
    // The click that closes lands on the backdrop; Escape does the same for the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={classNames(styles.dialog, styles[kind])}
      aria-labelledby={id}
      // What the browser lets nobody prevent closes in any case; `onClose` sees to it. Of a dialogue within this one React
      // passes these on as well.
      onCancel={(event) => {
        if (event.target !== ref.current || !event.cancelable) return;
        event.preventDefault();
        leave();
      }}
      onClose={(event) => {
        if (event.target === ref.current) standAgain();
      }}
      onClick={(event) => {
        if (event.target === ref.current) leave();
      }}
      // The key that opened it may be held still.
      onKeyDown={(event) => {
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
    >
      {open && (
        <div className={styles.panel}>
          <header className={styles.head}>
            <h2 id={id}>{asking ? t('dialog.discardTitle') : title}</h2>
            {!asking && <IconButton icon="cross" label={t('action.close')} onClick={leave} />}
          </header>
          <div
            className={styles.body}
            hidden={asking}
            onFocus={({ target }) => (lastField.current = target)}
            onInput={() => (hasInput.current = true)}
          >
            {children}
          </div>
          {footer && (
            <footer className={styles.foot} hidden={asking}>
              {footer}
            </footer>
          )}
          {asking && <Discard onStay={() => setAsking(false)} onDiscard={onClose} />}
        </div>
      )}
    </dialog>
  );
}

const findAlert = (node: Node): readonly Element[] => {
  if (!(node instanceof Element)) return [];
  const alert = node.matches('[role="alert"]') ? node : node.querySelector('[role="alert"]');
  return alert ? [alert] : [];
};

/** What one would fill in first; where there is nothing to fill in, the safest of the buttons, never the cross. */
const findFirst = (dialog: HTMLElement): HTMLElement | null =>
  dialog.querySelector<HTMLElement>(
    ':scope input:enabled:not([hidden], [readonly]), :scope textarea:enabled, :scope select:enabled',
  ) ?? dialog.querySelector<HTMLElement>(':scope footer button:enabled');

interface DiscardProps {
  readonly onStay: () => void;
  readonly onDiscard: () => void;
}

/**
 * Stands in the place of what was filled in, not in a dialogue above it: a browser that closes by itself would close both.
 */
function Discard({ onStay, onDiscard }: DiscardProps) {
  const { t } = useTranslation();
  const stay = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <>
      <p id={id} className={styles.body}>
        {t('dialog.discardText')}
      </p>
      <footer className={styles.foot}>
        <Button ref={stay} aria-describedby={id} onClick={onStay}>
          {t('dialog.stay')}
        </Button>
        <Button tone="danger" onClick={onDiscard}>
          {t('dialog.discard')}
        </Button>
      </footer>
    </>
  );
}

import { Toast } from 'radix-ui';
import { useTranslation } from '../i18n/use-translation.ts';
import { dismissToast, useToasts, type ToastMessage } from '../lib/toast.ts';
import { Button, IconButton } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './toaster.module.css';

const icons: Record<ToastMessage['tone'], IconName> = { good: 'check', warn: 'warning', bad: 'ban' };

/** Where `toast` messages appear: bottom right, read out politely, kept while hovered or focused (F8 goes there). */
export function Toaster() {
  const { t } = useTranslation();
  return (
    <Toast.Provider label={t('state.saved')} swipeDirection="right" duration={7000}>
      {useToasts().map((message) => (
        <Toast.Root
          key={message.id}
          className={`${styles.toast} ${styles[message.tone]}`}
          type={message.tone === 'bad' ? 'foreground' : 'background'}
          onOpenChange={(open) => !open && dismissToast(message.id)}
        >
          <Icon name={icons[message.tone]} />
          <Toast.Description className={styles.text}>{message.text}</Toast.Description>
          {message.action && (
            <Toast.Action altText={message.action.label} asChild onClick={message.action.run}>
              <Button size="small">{message.action.label}</Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton icon="cross" label={t('action.dismiss')} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className={styles.viewport} />
    </Toast.Provider>
  );
}

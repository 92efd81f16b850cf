import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** Asks before links are left behind that nobody has saved, whether by a link or by closing the window. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('institution');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => active && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      title={t('roster.leave.title')}
      confirmLabel={t('roster.leave.confirm')}
      tone="danger"
    >
      <p>{t('roster.leave.text')}</p>
    </ConfirmDialog>
  );
}

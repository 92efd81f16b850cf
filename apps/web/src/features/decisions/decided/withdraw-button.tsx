import type { EvidenceView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** The way to take back the grade that stands; nothing where there is none. */
export function WithdrawButton({ view }: { readonly view: EvidenceView }) {
  const { t } = useTranslation('decisions');
  const [open, setOpen] = useState(false);
  const { withdrawal, decision } = view;
  if (!withdrawal || !decision) return null;
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
      {open && (
        <WithdrawDialog
          onClose={() => setOpen(false)}
          view={view}
          granted={decision}
          proposes={withdrawal.needsSecondPerson}
        />
      )}
    </>
  );
}

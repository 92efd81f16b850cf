import type { OwnEntry } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../candidate-page.module.css';
import type { NextStep } from '../next-step.ts';
import { GiveUp } from './give-up.tsx';
import { Invitation } from './invitation.tsx';
import { Missing } from './missing.tsx';
import { wayOut } from './way-out.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly next: NextStep;
}

/** How an entry comes about: its invitation, the place in line, what is missing before the first part, and the way out. */
export function Seat({ entry, next }: Props) {
  const { t } = useTranslation('candidate');
  const [leaving, setLeaving] = useState(false);
  const out = wayOut(entry);
  const isAsked = entry.state === 'requested' || next.kind === 'clear';
  if (!entry.invitation && entry.lineNumber === null && !isAsked && !out) return null;
  return (
    <div className={styles.seat}>
      {entry.invitation && <Invitation entry={entry} invitation={entry.invitation} />}
      {entry.lineNumber !== null && (
        <div className={styles.words}>
          <p className={styles.when}>{t('seat.line', { count: entry.lineNumber })}</p>
          <p className={styles.about}>{t('seat.lineText', { count: entry.offerDays })}</p>
        </div>
      )}
      {isAsked && entry.missing.length > 0 && <Missing entry={entry} />}
      {out && (
        <div>
          <Button tone="quiet" onClick={() => setLeaving(true)}>
            {t(`seat.${out}`)}
          </Button>
        </div>
      )}
      {out && leaving && <GiveUp entry={entry} how={out} onClose={() => setLeaving(false)} />}
    </div>
  );
}

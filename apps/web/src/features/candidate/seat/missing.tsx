import type { MissingClearance, OwnEntry } from '@ennead/contracts';
import { useId, useState } from 'react';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../candidate-page.module.css';
import { ConfirmNames } from './confirm-names.tsx';
import { SignApplication } from './sign-application.tsx';

/** What is still needed before the first part, each with the way to it; or that the body sees to it. */
export function Missing({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const id = useId();
  const [giving, setGiving] = useState<'application' | 'names' | null>(null);
  const first = entry.missing.find(isOwn);
  const close = () => setGiving(null);
  return (
    <section className={styles.words} aria-labelledby={id}>
      <h3 id={id}>{t('seat.missing', { count: entry.missing.length })}</h3>
      <ul role="list" className={styles.missing}>
        {entry.missing.map((kind) => (
          <li
            key={kind}
            data-missing={kind}
            data-next={kind === first}
            aria-current={kind === first ? 'step' : undefined}
          >
            <div className={styles.words}>
              <strong>{t(`common:clearance.${kind}`)}</strong>
              <span className={styles.about}>{t(`seat.about.${kind}`)}</span>
            </div>
            <Way
              kind={kind}
              onGive={setGiving}
              isFirst={kind === first}
              awaitsAddress={entry.missing.includes('address')}
            />
          </li>
        ))}
      </ul>
      {giving === 'application' && <SignApplication entry={entry} onClose={close} />}
      {giving === 'names' && <ConfirmNames entry={entry} onClose={close} />}
    </section>
  );
}

const isOwn = (kind: MissingClearance): boolean => kind !== 'experience' && kind !== 'identity';

interface WayProps {
  readonly kind: MissingClearance;
  readonly onGive: (kind: 'application' | 'names') => void;
  /** What is to be done first is the one thing that stands out on the page. */
  readonly isFirst: boolean;
  /** Whether nothing can be given before the address is confirmed. */
  readonly awaitsAddress: boolean;
}

function Way({ kind, onGive, isFirst, awaitsAddress }: WayProps) {
  const { t } = useTranslation('candidate');
  const tone = isFirst ? 'primary' : 'secondary';
  switch (kind) {
    case 'address':
      return (
        <ButtonLink tone={tone} to="/account">
          {t('seat.give.address')}
        </ButtonLink>
      );
    case 'application':
    case 'names':
      if (awaitsAddress) return <StateMark tone="neutral">{t('seat.addressFirst')}</StateMark>;
      return (
        <Button tone={tone} onClick={() => onGive(kind)}>
          {t(`seat.give.${kind}`)}
        </Button>
      );
    default:
      return <StateMark tone="neutral">{t('seat.bodyChecks')}</StateMark>;
  }
}

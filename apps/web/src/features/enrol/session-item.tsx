import type { OpenSession } from '@ennead/contracts';
import { useId } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './enrol.module.css';
import { SessionFacts } from './session-facts.tsx';
import { useDoorText } from './use-door-text.ts';

interface Props {
  readonly session: OpenSession;
  readonly onWant: (wait: boolean) => void;
}

/** A session as somebody sees it who may enter it: when and where, what is asked, whether there is a place, and the way in. */
export function SessionItem({ session, onWant }: Props) {
  const { t } = useTranslation('enrol');
  const doorText = useDoorText();
  const id = useId();
  const { entering, ownEntry } = session;
  const isFull = entering.kind === 'refused' && entering.code === 'SESSION_FULL';
  return (
    <article className={styles.session} aria-labelledby={id}>
      <SessionFacts session={session} headingId={id} isFull={isFull} />
      {ownEntry ? (
        <p className={styles.facts}>
          <StateMark tone="active">
            {t('own', {
              state:
                ownEntry.state === 'entered' || ownEntry.state === 'decided'
                  ? t(`ownState.${ownEntry.state}`)
                  : t(`common:entry.state.${ownEntry.state}`),
            })}
          </StateMark>
          <Link to="/candidate">{t('toOwn')}</Link>
        </p>
      ) : (
        <>
          {doorText(session).map((line) => (
            <p key={line} className={styles.soft}>
              {line}
            </p>
          ))}
          {(entering.kind === 'allowed' || isFull) && (
            <div>
              <Button aria-describedby={id} onClick={() => onWant(isFull)}>
                {t(isFull ? 'wait' : 'enrol')}
              </Button>
            </div>
          )}
        </>
      )}
    </article>
  );
}

import type { OpenSession } from '@ennead/contracts';
import { useId } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { SessionPlace } from '../../components/session-place.tsx';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './enrol.module.css';
import { useDoorText } from './use-door-text.ts';

interface Props {
  readonly session: OpenSession;
  readonly onWant: (wait: boolean) => void;
}

/** A session as somebody sees it who may enter it: when and where, what is asked, whether there is a place, and the way in. */
export function SessionItem({ session, onWant }: Props) {
  const { t } = useTranslation('enrol');
  const text = useLocalized();
  const format = useFormat();
  const doorText = useDoorText();
  const id = useId();
  const { entering, ownEntry, clearances, placesLeft } = session;
  const asked = clearances.map((kind) => t(`common:asked.${kind}`));
  const isFull = entering.kind === 'refused' && entering.code === 'SESSION_FULL';
  const title = text(session.title);
  return (
    <article className={styles.session} aria-labelledby={id}>
      <header className={styles.words}>
        <h2 id={id}>{title}</h2>
        <p className={styles.soft}>
          {t(`common:role.${session.role}`)} · {t(`common:level.${session.level}`)}
        </p>
        <SessionPlace session={session} />
      </header>
      <div className={styles.facts}>
        {session.isMock && <Badge>{t('mock')}</Badge>}
        <StateMark tone={isFull ? 'warn' : 'neutral'}>
          {placesLeft === null
            ? t('unlimited')
            : placesLeft === 0
              ? t('full')
              : t('places', { count: placesLeft })}
        </StateMark>
        {session.waitingCount > 0 && <Badge>{t('line', { count: session.waitingCount })}</Badge>}
      </div>
      <p className={styles.soft}>
        {asked.length > 0 ? t('asked', { list: format.list(asked) }) : t('askedNothing')}
        {session.confirms && ` ${t('confirms')}`}
      </p>
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

import type { PublicSession } from '@ennead/contracts';
import type { ComponentProps } from 'react';
import { SessionPlace } from '../../components/session-place.tsx';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './enrol.module.css';

interface Props {
  readonly session: Omit<PublicSession, 'place'> & ComponentProps<typeof SessionPlace>['session'];
  readonly headingId: string;
  readonly isFull: boolean;
}

/** A session as it is announced: what it certifies, when and where, whether there is a place, and what is asked. */
export function SessionFacts({ session, headingId, isFull }: Props) {
  const { t } = useTranslation('enrol');
  const text = useLocalized();
  const format = useFormat();
  const { clearances, placesLeft } = session;
  const asked = clearances.map((kind) => t(`common:asked.${kind}`));
  return (
    <>
      <header className={styles.words}>
        <h2 id={headingId}>{text(session.title)}</h2>
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
    </>
  );
}

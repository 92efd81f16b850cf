import type { ExamSessionView } from '@ennead/contracts';
import { useState } from 'react';
import { AskException } from '../../../components/ask-exception.tsx';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { SessionParts } from '../../../components/session-parts.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../admin.module.css';
import { CancelSession } from './cancel-session.tsx';
import { ChangeAccess } from './change-access.tsx';
import { ChangeSession } from './change-session.tsx';
import { ExtendSession } from './extend-session.tsx';
import { SessionWindow } from './session-window.tsx';

type Act = 'change' | 'extend' | 'access' | 'cancel';
type Opened = Act | 'except';

/** What is settled of a session, and what may still become of it. */
export function SessionCard({ session }: { readonly session: ExamSessionView }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [act, setAct] = useState<Opened | null>(null);
  const close = () => setAct(null);
  const opened = { session, onClose: close, onExcept: () => setAct('except') };
  const isOn = session.state === 'scheduled';
  const acts: readonly [Act, boolean][] = [
    ['change', isOn && session.window === 'upcoming'],
    ['extend', isOn && session.window !== 'closed'],
    ['access', isOn && session.window !== 'closed'],
    ['cancel', isOn && !session.hasBegun],
  ];
  const open = acts.filter(([, isOpen]) => isOpen);
  return (
    <Card title={t('session.title')} headingLevel={3}>
      <dl className={styles.facts}>
        <dt>{t('sessions.window')}</dt>
        <dd>
          <SessionWindow session={session} />
        </dd>
        {session.stateReason && (
          <>
            <dt>{t('session.cancelledFor')}</dt>
            <dd>{session.stateReason}</dd>
          </>
        )}
        <dt>{t('session.place')}</dt>
        <dd>
          {session.venue ?? t('session.noVenue')}
          {session.halls.length > 0 && ` · ${format.list(session.halls)}`}
        </dd>
        <dt>{t('session.supervision')}</dt>
        <dd>{t(`common:supervision.${session.supervision}`)}</dd>
        <dt>{t('sessions.exam')}</dt>
        <dd>
          <SessionParts parts={session.parts} />
        </dd>
      </dl>
      {open.length > 0 && (
        <div className={styles.sessionActs}>
          {open.map(([each]) => (
            <Button
              key={each}
              size="small"
              tone={each === 'cancel' ? 'danger' : 'secondary'}
              onClick={() => setAct(each)}
            >
              {t(`session.act.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {act === 'except' && (
        <AskException act="arrange" subject={{ on: 'session', id: session.id }} onClose={close} />
      )}
      {act === 'change' && <ChangeSession {...opened} />}
      {act === 'extend' && <ExtendSession {...opened} />}
      {act === 'access' && <ChangeAccess {...opened} />}
      {act === 'cancel' && <CancelSession {...opened} />}
    </Card>
  );
}

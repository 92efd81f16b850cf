import type { RosterImport } from '@ennead/contracts';
import { useState } from 'react';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Notice } from '../notice.tsx';
import { InvitationLinks } from './invitation-links.tsx';
import styles from './roster.module.css';
import { StepHeading } from './step-heading.tsx';
import { useSaveFaulty } from './use-save-faulty.ts';

interface Props {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly result: RosterImport;
  readonly onAgain: () => void;
}

/** Who has come in, and the links that can be taken along only now. */
export function RosterDone({ cohortId, cohortName, result, onAgain }: Props) {
  const { t } = useTranslation('institution');
  const saveFaulty = useSaveFaulty(cohortName);
  const { invited, enrolledAlready, corrected, unwritten, invitations, leftOut } = result;
  const [kept, setKept] = useState(invitations.length === 0);
  return (
    <section className={styles.step}>
      <StepHeading>{t('roster.done.heading')}</StepHeading>
      <div className={styles.good}>
        <Icon name="check" />
        <div>
          <p>{t('roster.done.invited', { count: invited })}</p>
          {invited > 0 && <p>{t('roster.done.others')}</p>}
          {corrected > 0 && <p>{t('roster.done.corrected', { count: corrected })}</p>}
          {enrolledAlready > 0 && <p>{t('roster.done.skipped', { count: enrolledAlready })}</p>}
        </div>
      </div>
      {unwritten > 0 && <Notice>{t('unsent.tooMany', { count: unwritten })}</Notice>}
      {invitations.length > 0 ? (
        <InvitationLinks cohortName={cohortName} invitations={invitations} onKept={() => setKept(true)} />
      ) : (
        <p>{t('roster.done.noLinks')}</p>
      )}
      {leftOut.length > 0 && (
        <Notice title={t('imports.leftOut', { count: leftOut.length })}>{t('roster.done.leftOut')}</Notice>
      )}
      <div className={styles.actions}>
        {leftOut.length > 0 && (
          <Button icon="download" onClick={() => saveFaulty(leftOut)}>
            {t('imports.download')}
          </Button>
        )}
        {kept && <Button onClick={onAgain}>{t('roster.done.another')}</Button>}
        <ButtonLink to={`/institution/cohorts/${cohortId}`} iconAfter="right">
          {t('roster.done.toCohort')}
        </ButtonLink>
      </div>
      <LeaveGuard
        active={!kept}
        title={t('roster.leave.title')}
        text={t('roster.leave.text')}
        confirmLabel={t('roster.leave.confirm')}
      />
    </section>
  );
}

import type { OwnEnrolment, OwnEntry } from '@ennead/contracts';
import { SessionPlace } from '../../components/session-place.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hasEnded } from '../../lib/has-ended.ts';
import { heldTry } from '../../lib/held-try.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './candidate-page.module.css';
import { CarriedPart } from './carried-part.tsx';
import { DecidedResult } from './decided-result.tsx';
import { describeParts } from './describe-parts.ts';
import { EntryState } from './entry-state.tsx';
import { HeldGrade } from './held-grade.tsx';
import { LastStep } from './last-step.tsx';
import { NextAction } from './next-action.tsx';
import { findNextStep } from './next-step.ts';
import { NextTry } from './tries/next-try.tsx';
import { OpenCarry } from './tries/open-carry.tsx';
import type { ChoosingCarry } from './tries/use-choosing-carry.tsx';
import type { Entering } from './tries/use-entering.tsx';
import { OwnAccommodations } from './own-accommodations.tsx';
import { PathStep } from './path-step.tsx';
import { OwnNames } from './seat/own-names.tsx';
import { Seat } from './seat/seat.tsx';

interface Props {
  readonly entry: OwnEntry;
  /** Of the newest entry that counts, for what may come after it. */
  readonly enrolment: OwnEnrolment | null;
  readonly onChoose: Entering['choose'];
  readonly onChooseCarry: ChoosingCarry['choose'];
}

/** One entry as one path: its parts, then the result and the next try. What comes next stands open on it. */
export function EntryPath({ entry, enrolment, onChoose, onChooseCarry }: Props) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  const next = findNextStep(entry);
  const nextPart = 'part' in next ? next.part.partId : null;
  const held = enrolment && heldTry(enrolment.tries);
  const isRescored = enrolment?.tries.find(({ entryId }) => entryId === entry.id)?.isRescored ?? false;
  const headingId = `entry-${entry.id}`;
  // Of an entry that has ended, only what was done is worth looking at.
  const parts = describeParts(entry).filter(
    ({ part, standing }) => !hasEnded(entry.state) || part.state !== 'not-started' || standing === 'carried',
  );
  return (
    <section className={styles.entry} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId}>
          {t(`common:role.${entry.role}`)} · {t(`common:level.${entry.level}`)}
        </h2>
        <p className={styles.session}>
          {localized(entry.title)}
          {entry.cohortName && ` · ${entry.cohortName}`}
        </p>
        {!hasEnded(entry.state) && next.kind !== 'decided' && <SessionPlace session={entry} />}
        <EntryState entry={entry} enrolment={enrolment} />
        <OwnNames entry={entry} />
        {enrolment?.carryChoice?.entryId === entry.id && (
          <OpenCarry choice={enrolment.carryChoice} onChoose={onChooseCarry} />
        )}
      </header>
      <Seat entry={entry} next={next} />
      {enrolment && held && held.entryId !== entry.id && (
        <HeldGrade held={held} timeZone={enrolment.rules.timeZone} />
      )}
      {next.kind === 'decided' && <DecidedResult entry={entry} isRescored={isRescored} />}
      {enrolment && (next.kind === 'decided' || next.kind === 'ended') && (
        <div className={styles.after}>
          <NextTry enrolment={enrolment} onChoose={onChoose} />
        </div>
      )}
      {parts.length > 0 && (
        <ol role="list" className={styles.path}>
          {parts.map((step) => (
            <PathStep key={step.part.partId} step={step} entry={entry} isNext={step.part.partId === nextPart}>
              {step.part.partId === nextPart && <NextAction entry={entry} next={next} />}
              {step.standing === 'carried' && <CarriedPart entry={entry} part={step.part} />}
            </PathStep>
          ))}
          {next.kind !== 'decided' && next.kind !== 'ended' && (
            <LastStep entry={entry} next={next} number={parts.length + 1} />
          )}
        </ol>
      )}
      {/* Below the path: it comes a moment later, and nothing that somebody is about to press may move. */}
      {!hasEnded(entry.state) && next.kind !== 'decided' && <OwnAccommodations entryId={entry.id} />}
    </section>
  );
}

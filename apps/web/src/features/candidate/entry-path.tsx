import type { OwnEntry } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './candidate-page.module.css';
import { DecidedResult } from './decided-result.tsx';
import { describeParts } from './describe-parts.ts';
import { EntryState } from './entry-state.tsx';
import { LastStep } from './last-step.tsx';
import { NextAction } from './next-action.tsx';
import { findNextStep, hasEnded } from './next-step.ts';
import { PathStep } from './path-step.tsx';

/** One entry as one path: its parts, then the result. What comes next stands open on it. */
export function EntryPath({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  const next = findNextStep(entry);
  const nextPart = 'part' in next ? next.part.partId : null;
  const headingId = `entry-${entry.id}`;
  // Of an entry that has ended, only what was done is worth looking at.
  const parts = describeParts(entry).filter(({ part }) => !hasEnded(entry) || part.state !== 'not-started');
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
        <EntryState entry={entry} />
      </header>
      {next.kind === 'decided' && <DecidedResult entry={entry} />}
      {parts.length > 0 && (
        <ol role="list" className={styles.path}>
          {parts.map((step) => (
            <PathStep key={step.part.partId} step={step} entry={entry} isNext={step.part.partId === nextPart}>
              {step.part.partId === nextPart && <NextAction entry={entry} next={next} />}
            </PathStep>
          ))}
          {next.kind !== 'decided' && next.kind !== 'ended' && (
            <LastStep entry={entry} next={next} number={parts.length + 1} />
          )}
        </ol>
      )}
    </section>
  );
}

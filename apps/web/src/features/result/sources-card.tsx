import type { EntryResultView } from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { classNames } from '../../components/class-names.ts';
import { DateTime } from '../../components/date-time.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './result-page.module.css';

/** Where each score comes from: when the part was done and how it was scored. */
export function SourcesCard({ view: { sources, own } }: { readonly view: EntryResultView }) {
  const { t } = useTranslation('result');
  const { knowledge, skills, practice } = sources;
  const cause = (by: 'candidate' | 'expiry' | null) =>
    by && t(by === 'candidate' ? 'sources.byCandidate' : 'sources.byExpiry');
  return (
    <Card title={t('sources.title')}>
      <div className={styles.sources}>
        <Source part="knowledge" scoreCents={knowledge.scoreCents} state={knowledge.state}>
          <Moment label={t('sources.started')} instant={knowledge.startedAt} />
          <Moment
            label={t('sources.handedIn')}
            instant={knowledge.submittedAt}
            more={cause(knowledge.submitCause)}
          />
          <Moment label={t('sources.scored')} instant={knowledge.scoredAt} />
          {own && knowledge.state === 'scored' && (
            <dd className={styles.wide}>
              <Link to={`/exam/${knowledge.attemptId}/report`}>{t('sources.report')}</Link>
            </dd>
          )}
        </Source>
        <Source part="skills" scoreCents={skills.scoreCents} state={skills.state}>
          <Moment label={t('sources.started')} instant={skills.startedAt} />
          <Moment
            label={t('sources.handedIn')}
            instant={skills.handedInAt}
            more={cause(skills.handInCause)}
          />
          <Moment label={t('sources.scored')} instant={skills.gradedAt} />
        </Source>
        <Source part="practice" scoreCents={practice.scoreCents} state={practice.state}>
          <Moment label={t('sources.submitted')} instant={practice.submittedAt} />
          {practice.state === 'scored' && (
            <>
              <dt>{t('sources.reviews')}</dt>
              <dd>{t(practice.adjudicated ? 'sources.adjudicated' : 'sources.twoReviews')}</dd>
            </>
          )}
          <Moment label={t('sources.scored')} instant={practice.scoredAt} />
          {practice.versionSha256 && (
            <>
              <dt className={styles.wide}>{t('sources.version')}</dt>
              <dd className={classNames(styles.wide, styles.hash)}>{practice.versionSha256}</dd>
            </>
          )}
        </Source>
      </div>
    </Card>
  );
}

type Part = keyof EntryResultView['sources'];

function Source({
  part,
  scoreCents,
  state,
  children,
}: {
  readonly part: Part;
  readonly scoreCents: number | null;
  readonly state: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('result');
  return (
    <section className={styles.source} aria-labelledby={`source-${part}`}>
      <h3 id={`source-${part}`}>
        {t(`part.${part}`)}
        <span className={styles.sourceScore}>
          {scoreCents === null ? t('table.none') : t('sources.score', { score: formatScore(scoreCents) })}
        </span>
      </h3>
      {state !== 'not-started' && <dl className={styles.facts}>{children}</dl>}
    </section>
  );
}

function Moment(props: {
  readonly label: string;
  readonly instant: string | null;
  readonly more?: string | null;
}) {
  const { t } = useTranslation('result');
  if (!props.instant) return null;
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        <DateTime instant={props.instant} />
        {props.more && t('sources.aside', { text: props.more })}
      </dd>
    </>
  );
}

import type {
  CarriedScore,
  EntryResultView,
  KnowledgeSource,
  PartSource,
  PracticeSource,
  SkillsSource,
} from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { classNames } from '../../components/class-names.ts';
import { DateTime } from '../../components/date-time.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { usePartWords } from '../../lib/part-words.ts';
import { withPlaces, type PartPlace } from '../../lib/place-parts.ts';
import styles from './result-page.module.css';

/** Where each score comes from, part by part: when it was done, how it was scored, and how much it counts. */
export function SourcesCard({ view }: { readonly view: EntryResultView }) {
  const { sources, carried, own, isRescored } = view;
  const { t } = useTranslation('result');
  return (
    <Card title={t('sources.title')}>
      {isRescored && <p>{t('sources.rescored')}</p>}
      <div className={styles.sources}>
        {withPlaces(sources).map(({ part, place }) => (
          <Source
            key={part.partId}
            source={part}
            place={place}
            carried={carried.find(({ dimension }) => dimension === part.dimension) ?? null}
          >
            {part.dimension === 'knowledge' && <Knowledge source={part} own={own} />}
            {part.dimension === 'skills' && <Skills source={part} />}
            {part.dimension === 'practice' && <Practice source={part} />}
          </Source>
        ))}
      </div>
    </Card>
  );
}

interface Props {
  readonly source: PartSource;
  readonly place: PartPlace;
  /** The score of an earlier entry that counts instead. */
  readonly carried: CarriedScore | null;
  readonly children: ReactNode;
}

function Source({ source: { partId, scoreCents, state }, place, carried, children }: Props) {
  const { t } = useTranslation('result');
  const format = useFormat();
  const words = usePartWords();
  const share = words.counts(place);
  const headingId = `source-${partId}`;
  return (
    <section className={styles.source} aria-labelledby={headingId}>
      <h3 id={headingId}>
        {words.title(place)}
        <span className={styles.sourceScore}>
          {carried
            ? t('sources.score', { score: formatScore(carried.scoreCents) })
            : scoreCents === null
              ? t('table.none')
              : t('sources.score', { score: formatScore(scoreCents) })}
        </span>
      </h3>
      {share && <p className={styles.note}>{share}</p>}
      {carried && (
        <p>{t('sources.carried', { number: carried.fromNumber, date: format.date(carried.satAt) })}</p>
      )}
      {state !== 'not-started' && <dl className={styles.facts}>{children}</dl>}
    </section>
  );
}

function Knowledge({ source, own }: { readonly source: KnowledgeSource; readonly own: boolean }) {
  const { t } = useTranslation('result');
  return (
    <>
      <Moment label={t('sources.started')} instant={source.startedAt} />
      <Moment label={t('sources.handedIn')} instant={source.submittedAt} by={source.submitCause} />
      <Moment label={t('sources.scored')} instant={source.scoredAt} />
      {own && source.state === 'scored' && (
        <dd className={styles.wide}>
          <Link to={`/exam/${source.attemptId}/report`}>{t('sources.report')}</Link>
        </dd>
      )}
    </>
  );
}

function Skills({ source }: { readonly source: SkillsSource }) {
  const { t } = useTranslation('result');
  return (
    <>
      <Moment label={t('sources.started')} instant={source.startedAt} />
      <Moment label={t('sources.handedIn')} instant={source.handedInAt} by={source.handInCause} />
      <Moment label={t('sources.scored')} instant={source.gradedAt} />
    </>
  );
}

function Practice({ source }: { readonly source: PracticeSource }) {
  const { t } = useTranslation('result');
  return (
    <>
      <Moment label={t('sources.submitted')} instant={source.submittedAt} />
      {source.state === 'scored' && (
        <>
          <dt>{t('sources.reviews')}</dt>
          <dd>{t(source.adjudicated ? 'sources.adjudicated' : 'sources.twoReviews')}</dd>
        </>
      )}
      <Moment label={t('sources.scored')} instant={source.scoredAt} />
      {source.versionSha256 && (
        <>
          <dt className={styles.wide}>{t('sources.version')}</dt>
          <dd className={classNames(styles.wide, styles.hash)}>{source.versionSha256}</dd>
        </>
      )}
    </>
  );
}

interface MomentProps {
  readonly label: string;
  readonly instant: string | null;
  /** Who ended it. */
  readonly by?: 'candidate' | 'expiry' | null;
}

function Moment({ label, instant, by }: MomentProps) {
  const { t } = useTranslation('result');
  if (!instant) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <DateTime instant={instant} />
        {by &&
          t('sources.aside', { text: t(by === 'candidate' ? 'sources.byCandidate' : 'sources.byExpiry') })}
      </dd>
    </>
  );
}

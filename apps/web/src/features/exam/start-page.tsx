import type { ExamPart, OwnEntry } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { isAwaited } from '../../lib/is-awaited.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePartWords } from '../../lib/part-words.ts';
import { withPlaces, type PartPlace } from '../../lib/place-parts.ts';
import { ownEnrolmentsQuery, ownEntriesQuery } from '../../queries/entries.ts';
import { BeginExam } from './begin-exam.tsx';
import { Granted } from './granted.tsx';
import styles from './start-page.module.css';

/** Everything a candidate should know before the time starts, and the button that starts it. */
export function StartPage() {
  const { t } = useTranslation('exam');
  const { entryId, partId } = useParams();
  const entries = useQuery(ownEntriesQuery);
  // For the note at the button that begins.
  const isWaiting = isAwaited(useQuery(ownEnrolmentsQuery));
  const entry = entries.data?.find(({ id }) => id === entryId);
  const found = withPlaces(entry?.parts ?? []).find(({ part }) => part.partId === partId);
  if (entry && found?.part.kind === 'form' && !isWaiting)
    return <Start entry={entry} exam={found.part} place={found.place} />;
  return (
    <Page title={t('startTitle')} width="text">
      {(entries.isPending || isWaiting) && <Loading lines={8} />}
      {entries.isError && <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data && !isWaiting && (
        <EmptyState
          title={t('start.missing')}
          action={<ButtonLink to="/candidate">{t('ended.home')}</ButtonLink>}
        >
          {t('start.missingText')}
        </EmptyState>
      )}
    </Page>
  );
}

const rules = ['time', 'free', 'weight', 'multiple', 'language'] as const;
const saved = ['always', 'offline', 'elsewhere'] as const;

interface Props {
  readonly entry: OwnEntry;
  readonly exam: ExamPart;
  readonly place: PartPlace;
}

function Start({ entry, exam, place }: Props) {
  const { t } = useTranslation('exam');
  const localized = useLocalized();
  const words = usePartWords();
  const about = [t(`common:role.${entry.role}`), t(`common:level.${entry.level}`)];
  return (
    <Page
      width="text"
      kicker={[...about, ...(place.count > 1 ? [words.title(place)] : [])].join(' · ')}
      title={localized(entry.title)}
      lead={exam.state === 'not-started' ? t('start.lead') : undefined}
    >
      <Facts entry={entry} exam={exam} place={place} />
      <Granted className={styles.notice} entryId={entry.id} minutes={Math.round(exam.durationSec / 60)} />
      <Card title={t('start.rulesTitle')}>
        <ul className={styles.list}>
          {rules.map((rule) => (
            <li key={rule}>{t(`start.rules.${rule}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('start.savedTitle')}>
        <ul className={styles.list}>
          {saved.map((one) => (
            <li key={one}>{t(`start.saved.${one}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('start.recordedTitle')}>
        <p>{t('start.recorded')}</p>
      </Card>
      <BeginExam entry={entry} exam={exam} />
    </Page>
  );
}

function Facts({ entry, exam, place }: Props) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const share = usePartWords().countsInList(place);
  const facts = [
    [t('start.items'), t('start.itemsValue', { count: exam.itemCount })],
    [t('start.duration'), t('start.minutes', { count: Math.round(exam.durationSec / 60) })],
    [
      t('start.window'),
      t('start.windowValue', { from: format.dateTime(entry.opensAt), to: format.dateTime(exam.closesAt) }),
    ],
    ...(share ? [[t('start.share'), share] as const] : []),
  ] as const;
  return (
    <section aria-label={t('start.facts')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { formatScore, type CaseRecord } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { ExceptionNotes } from '../../components/exception-notes.tsx';
import { Loading } from '../../components/loading.tsx';
import { MarksNotes } from '../../components/marks-notes.tsx';
import { Page } from '../../components/page.tsx';
import { ScoreTable } from '../../components/score-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePartWords } from '../../lib/part-words.ts';
import { withPlaces } from '../../lib/place-parts.ts';
import { useResultSentences } from '../../lib/result-sentences.ts';
import { recordQuery } from '../../queries/trails.ts';
import { CaseFacts } from './case-facts.tsx';
import { DecisionRecord } from './decision-record.tsx';
import { ExamRecord } from './exam-record.tsx';
import { LabRecord } from './lab-record.tsx';
import { PortfolioRecord } from './portfolio-record.tsx';
import styles from './trail.module.css';

/** What a grade rests on, down to the single saved answer; to be read only. */
export function RecordPage() {
  const { entryId = '' } = useParams();
  const { t } = useTranslation('trail');
  const record = useQuery(recordQuery(entryId));
  const hasCome = record.data !== undefined;
  const { hash } = useLocation();
  // The place that the address names is there only when the record has come.
  useEffect(() => {
    if (hasCome && hash) document.getElementById(hash.slice(1))?.focus();
  }, [hasCome, hash]);
  if (record.isPending) return <Loading lines={10} />;
  if (!record.data) return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  const { case: named, exams, labs, portfolios, decisions, exceptions, questionedMarks } = record.data;
  return (
    <Page
      title={t('record.title')}
      lead={[named.subject.person?.name, t('record.lead')].filter(Boolean).join(' · ')}
      kicker={<Link to={`/trail/${entryId}`}>{t('record.back')}</Link>}
    >
      <CaseFacts subject={named.subject} />
      <DecisionRecord decisions={decisions} />
      <ExceptionNotes notes={exceptions} />
      <MarksNotes notes={questionedMarks} />
      <Result record={record.data} />
      <Parts id="exam" parts={exams} show={(exam) => <ExamRecord exam={exam} />} />
      <Parts id="lab" parts={labs} show={(lab) => <LabRecord lab={lab} />} />
      <Parts
        id="marking"
        parts={portfolios}
        show={(portfolio) => <PortfolioRecord portfolio={portfolio} />}
      />
    </Page>
  );
}

function Result({ record: { result, schemeTitle } }: { readonly record: CaseRecord }) {
  const { t } = useTranslation('trail');
  const text = useLocalized();
  const sentences = useResultSentences()(result);
  return (
    <div id="scores" className={styles.section} tabIndex={-1}>
      <Card title={t('result.title')}>
        <ScoreTable result={result} />
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>{t('result.scheme', { scheme: text(schemeTitle) })}</li>
        </ul>
      </Card>
    </div>
  );
}

type Part = CaseRecord['exams' | 'labs' | 'portfolios'][number];

interface PartsProps<Kind extends Part> {
  readonly id: string;
  readonly parts: readonly Kind[];
  readonly show: (part: Kind) => ReactNode;
}

/** The parts of one kind, each on a sheet of its own. */
function Parts<Kind extends Part>({ id, parts, show }: PartsProps<Kind>) {
  const { t } = useTranslation('trail');
  const words = usePartWords();
  return (
    <div id={id} className={styles.section} tabIndex={-1}>
      {withPlaces(parts).map(({ part, place }) => (
        <Card
          key={part.partId}
          title={words.title(place)}
          aside={
            <span>
              {part.scoreCents === null
                ? t('record.waits')
                : t('record.score', { score: formatScore(part.scoreCents) })}
            </span>
          }
        >
          {show(part)}
        </Card>
      ))}
    </div>
  );
}

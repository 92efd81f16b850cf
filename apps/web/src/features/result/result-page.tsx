import type { EntryResultView, TryView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { AppealNote } from '../../components/appeal-note.tsx';
import { ExceptionNotes } from '../../components/exception-notes.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { useTryText } from '../../lib/try-text.ts';
import { ownEnrolmentsQuery, resultQuery } from '../../queries/entries.ts';
import { CertificateCard } from './certificate-card.tsx';
import { DecisionCard } from './decision-card.tsx';
import { headlineOf } from './headline-of.ts';
import { NextGradeCard } from './next-grade-card.tsx';
import styles from './result-page.module.css';
import { NextTryCard } from './next-try-card.tsx';
import { PastCertificates } from './past-certificates.tsx';
import { offersNextGrade } from './offers-next-grade.ts';
import { SourcesCard } from './sources-card.tsx';
import { WhyCard } from './why-card.tsx';

/** A result that explains itself: what it is, why, what is missing, and what the next grade would have taken. */
export function ResultPage() {
  const { t } = useTranslation('result');
  const { entryId = '' } = useParams();
  const query = useQuery(resultQuery(entryId));
  if (query.data) return <Explained view={query.data} />;
  return (
    <Page title={t('title')}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading lines={6} />
      )}
    </Page>
  );
}

function Explained({ view }: { readonly view: EntryResultView }) {
  const { t } = useTranslation('result');
  const text = useLocalized();
  const tryText = useTryText()(view);
  const isThis = ({ entryId }: TryView) => entryId === view.entryId;
  const { key, grade, isSealed } = headlineOf(view);
  // Of a mock and of an entry that has ended nothing is ever decided.
  const isDecided = key !== 'mock' && key !== 'ended';
  // Nothing was begun, so there is nothing to explain.
  const isUnsat = view.state === 'missed' || view.state === 'excused';
  const enrolments = useQuery({ ...ownEnrolmentsQuery, enabled: view.own });
  const enrolment = enrolments.data?.find(({ tries }) => tries.some(isThis));
  const isNewest = enrolment?.tries.findLast(({ cause }) => cause !== 'mock')?.entryId === view.entryId;
  const headline = t(`headline.${key}`, { grade: grade ?? '' });
  usePageTitle(headline);
  return (
    <Page
      title={headline}
      kicker={
        <>
          {t('kicker', { role: text(view.roleName), level: text(view.levelName) })}
          {' · '}
          {text(view.sessionTitle)}
          {` · ${tryText}`}
          {!view.own && ` · ${t('candidate', { name: view.candidateName })}`}
        </>
      }
      lead={
        view.state === 'entered' || view.state === 'decided'
          ? t(`lead.${key}`)
          : t(`entryState.${isWithdrawnAnew(view) ? 'reopenedWithdrawn' : view.state}`)
      }
      actions={
        <GradeMark
          grade={grade}
          size="large"
          tone={isSealed ? 'seal' : 'ink'}
          label={grade === null ? '' : undefined}
        />
      }
    >
      {view.state === 'missed' && enrolment?.countedTries.includes(view.number) && (
        <p>{t('entryState.missedUses')}</p>
      )}
      {view.stateReason && <p>{t('entryState.reason', { text: view.stateReason })}</p>}
      <div className={styles.cards}>
        {!isUnsat && <WhyCard view={view} />}
        {view.credential && <CertificateCard credential={view.credential} timeZone={view.timeZone} />}
        <PastCertificates view={view} />
        {isDecided && <DecisionCard view={view} />}
        <ExceptionNotes notes={view.exceptions} />
        {offersNextGrade(view, enrolment?.tries ?? []) && <NextGradeCard result={view.result} />}
        {enrolment && isNewest && (view.decision || key === 'ended') && <NextTryCard next={enrolment.next} />}
        {!isUnsat && <SourcesCard view={view} />}
        {view.own && view.decision && (
          <section className={styles.appeal} aria-labelledby="appeal">
            <h2 id="appeal">{t('appeal.title')}</h2>
            <p>
              <AppealNote
                appeal={view.decision.appeal}
                timeZone={view.timeZone}
                hasHouse={view.cohortName !== null}
              />
            </p>
          </section>
        )}
      </div>
    </Page>
  );
}

/** Decided anew after a withdrawal: nothing stands until then. */
const isWithdrawnAnew = ({ state, decision }: EntryResultView): boolean =>
  state === 'reopened' && decision?.outcome === 'withdraw';

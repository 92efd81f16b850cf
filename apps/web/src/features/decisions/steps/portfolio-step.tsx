import type { PortfolioEvidence } from '@ennead/contracts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../case-page.module.css';
import { Artefacts } from './artefacts.tsx';
import { CompetencyTitle } from './competency-title.tsx';
import { Fact, Facts, Hash } from './facts.tsx';
import { Reviews } from './reviews.tsx';
import { ScoreText, Soundness } from './soundness.tsx';
import { Step } from './step.tsx';

export function PortfolioStep({ portfolio }: { readonly portfolio: PortfolioEvidence }) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const { manifestIntact, versionNumber, submittedAt, versionSha256 } = portfolio;
  return (
    <Step
      code="portfolio"
      partId={portfolio.partId}
      aside={<ScoreText scoreCents={portfolio.scoreCents} state={portfolio.state} />}
    >
      {versionNumber === null ? (
        <p>{t('portfolio.none')}</p>
      ) : (
        <>
          <div className={styles.marks}>
            <Soundness storedCents={portfolio.scoreCents} recomputedCents={portfolio.recomputedCents} />
            <StateMark tone={manifestIntact ? 'good' : 'bad'}>
              {t(manifestIntact ? 'portfolio.intact' : 'portfolio.altered')}
            </StateMark>
          </div>
          <Facts>
            <Fact label={t('portfolio.version')}>
              {t('portfolio.versionText', {
                number: versionNumber,
                time: submittedAt ? format.dateTime(submittedAt) : '',
              })}{' '}
              {versionSha256 && <Hash>{versionSha256}</Hash>}
            </Fact>
          </Facts>
          <Claims portfolio={portfolio} />
          <Artefacts artefacts={portfolio.artefacts} />
          <Reviews portfolio={portfolio} />
        </>
      )}
    </Step>
  );
}

function Claims({ portfolio: { claims, artefacts } }: { readonly portfolio: PortfolioEvidence }) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  if (claims.length === 0) return null;
  const labelsOf = (ids: readonly string[]) =>
    artefacts.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return (
    <details>
      <summary>{t('portfolio.claims')}</summary>
      <ul role="list" className={styles.claims}>
        {claims.map(({ competency, competencyTitle, text, artefactIds }) => {
          const labels = labelsOf(artefactIds);
          return (
            <li key={competency}>
              <strong>
                <CompetencyTitle id={competency} title={competencyTitle} />
              </strong>
              <p className={styles.written}>{text}</p>
              <p className={styles.faint}>
                {labels.length > 0
                  ? t('portfolio.evidence', { labels: format.list(labels) })
                  : t('portfolio.noEvidence')}
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

import type { PortfolioState, PortfolioVersionView, PortfolioView } from '@ennead/contracts';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Page } from '../../components/page.tsx';
import { Badge, StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { ArtefactFacts } from './artefact-facts.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import styles from './portfolio.module.css';

const tones: Record<PortfolioState, StateTone> = {
  draft: 'neutral',
  submitted: 'neutral',
  'in-review': 'active',
  adjudication: 'active',
  scored: 'good',
};

/** A portfolio that can no longer be changed: where it stands, what it scored, and exactly what was handed in. */
export function SubmittedPortfolio({ view }: { readonly view: PortfolioView }) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const version = view.versions.at(-1);
  return (
    <Page
      title={t('title')}
      kicker={<Link to="/candidate">{t('back')}</Link>}
      lead={
        <>
          {text(view.title)}
          {' · '}
          {t('role', { role: t(`common:role.${view.role}`), level: t(`common:level.${view.level}`) })}
        </>
      }
    >
      <Card>
        <div data-testid="portfolio-state">
          <StateMark tone={tones[view.state]}>{t(`states.${view.state}`)}</StateMark>
        </div>
        {view.state !== 'draft' && <p>{t(`stateText.${view.state}`)}</p>}
      </Card>
      {view.outcome && <OutcomeCard outcome={view.outcome} />}
      {version && <FrozenVersion version={version} view={view} />}
    </Page>
  );
}

interface FrozenProps {
  readonly version: PortfolioVersionView;
  readonly view: PortfolioView;
}

function FrozenVersion({ version: { manifest, number, sha256, submittedAt }, view }: FrozenProps) {
  const { t } = useTranslation('portfolio');
  return (
    <section className={styles.section} aria-labelledby="frozen">
      <h2 id="frozen">{t('frozen.title')}</h2>
      <dl className={styles.facts}>
        <dt>{t('frozen.at')}</dt>
        <dd>
          <span>
            <DateTime instant={submittedAt} />
            {' · '}
            {t('frozen.version', { number })}
          </span>
        </dd>
        <dt>{t('frozen.hash')}</dt>
        <dd>
          <code className={styles.hash}>{sha256}</code>
          <span className={styles.hint}>{t('frozen.hashHint')}</span>
        </dd>
      </dl>
      <Claims manifest={manifest} view={view} />
      <Card title={t('steps.experience')} headingLevel={3}>
        {manifest.experience ? (
          <>
            <p>{t('frozen.years', { count: manifest.experience.years })}</p>
            <p className={styles.written}>{manifest.experience.text}</p>
          </>
        ) : (
          <p className={styles.soft}>{t('frozen.noText')}</p>
        )}
      </Card>
      <Card title={t('steps.artefacts')} headingLevel={3}>
        <ul role="list" className={styles.artefacts}>
          {manifest.artefacts.map((artefact) => (
            <li key={artefact.id} className={styles.artefact}>
              <Badge>{artefact.label}</Badge>
              <div className={styles.artefactWords}>
                <ArtefactFacts artefact={artefact} />
                {artefact.sha256 && (
                  <code className={styles.hash}>{t('artefacts.hash', { hash: artefact.sha256 })}</code>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Claims({
  manifest,
  view,
}: {
  readonly manifest: PortfolioVersionView['manifest'];
  readonly view: PortfolioView;
}) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const format = useFormat();
  const labels = new Map(manifest.artefacts.map(({ id, label }) => [id, label]));
  return view.competencies.map((competency) => {
    const claim = manifest.claims.find((one) => one.competency === competency.id);
    const evidence = (claim?.artefactIds ?? []).flatMap((id) => labels.get(id) ?? []);
    return (
      <Card key={competency.id} title={text(competency.title)} headingLevel={3}>
        <p className={styles.written}>{claim?.text ?? t('frozen.noText')}</p>
        <p className={styles.hint}>
          {evidence.length > 0
            ? t('frozen.evidence', { labels: format.list(evidence) })
            : t('frozen.noEvidence')}
        </p>
      </Card>
    );
  });
}

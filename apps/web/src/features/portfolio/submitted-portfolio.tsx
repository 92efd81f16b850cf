import type { PortfolioState, PortfolioVersionView, PortfolioView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { OutcomeCard } from './outcome-card.tsx';
import { PortfolioFrame } from './portfolio-frame.tsx';
import styles from './portfolio.module.css';
import { WrittenContent } from './written-content.tsx';

const tones: Record<PortfolioState, StateTone> = {
  draft: 'neutral',
  submitted: 'neutral',
  'in-review': 'active',
  adjudication: 'active',
  scored: 'good',
};

/** A portfolio that was submitted: where it stands, what it scored, and exactly what was handed in. */
export function SubmittedPortfolio({ view }: { readonly view: PortfolioView }) {
  const { t } = useTranslation('portfolio');
  const version = view.versions.at(-1);
  return (
    <PortfolioFrame view={view}>
      <Card>
        <div data-testid="portfolio-state">
          <StateMark tone={tones[view.state]}>{t(`states.${view.state}`)}</StateMark>
        </div>
        {view.state !== 'draft' && <p>{t(`stateText.${view.state}`)}</p>}
      </Card>
      {view.outcome && <OutcomeCard outcome={view.outcome} />}
      {version && <FrozenVersion version={version} view={view} />}
    </PortfolioFrame>
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
      <WrittenContent written={manifest} view={view} />
    </section>
  );
}

import type { PortfolioView } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ClaimCard } from './claim-card.tsx';
import { emptyClaim, type ClaimDraft } from './draft.ts';
import styles from './portfolio.module.css';
import type { DraftEditing } from './use-draft.ts';

interface Props {
  readonly view: PortfolioView;
  readonly editing: DraftEditing;
}

const advice = ['what', 'own', 'result', 'proof'] as const;

/** A claim for each competency, with what a good one says. */
export function ClaimsSection({ view, editing: { draft, change } }: Props) {
  const { t } = useTranslation('portfolio');
  const changeClaim = (competency: string, claim: ClaimDraft) =>
    change((before) => ({ ...before, claims: { ...before.claims, [competency]: claim } }));
  return (
    <section className={styles.section} aria-labelledby="claims">
      <header className={styles.head}>
        <h2 id="claims">{t('claims.title')}</h2>
        <p className={styles.soft}>{t('claims.lead')}</p>
      </header>
      <details className={styles.guide} open>
        <summary>{t('guide.title')}</summary>
        <ul>
          {advice.map((point) => (
            <li key={point}>{t(`guide.${point}`)}</li>
          ))}
        </ul>
      </details>
      {view.competencies.map((competency) => (
        <ClaimCard
          key={competency.id}
          competency={competency}
          claim={draft.claims[competency.id] ?? emptyClaim}
          artefacts={view.artefacts}
          maxLength={view.limits.claimLength}
          onChange={(claim) => changeClaim(competency.id, claim)}
        />
      ))}
    </section>
  );
}

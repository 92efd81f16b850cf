import type { ManifestArtefact, PortfolioVersionView, PortfolioView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { Badge } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { ArtefactFacts } from './artefact-facts.tsx';
import styles from './portfolio.module.css';

interface Props {
  /** What was written: a version as it was frozen, or a draft as it stands. */
  readonly written: Pick<PortfolioVersionView['manifest'], 'claims' | 'experience' | 'artefacts'>;
  readonly view: PortfolioView;
}

/** Claims, experience and artefacts, to be read and no more. */
export function WrittenContent({ written, view }: Props) {
  const { t } = useTranslation('portfolio');
  const { experience, artefacts } = written;
  return (
    <>
      <Claims written={written} view={view} />
      <Card title={t('steps.experience')} headingLevel={3}>
        {experience ? (
          <>
            <p>{t('frozen.years', { count: experience.years })}</p>
            <p className={styles.written}>{experience.text}</p>
          </>
        ) : (
          <p className={styles.soft}>{t('frozen.noText')}</p>
        )}
      </Card>
      <Card title={t('steps.artefacts')} headingLevel={3}>
        {artefacts.length === 0 ? (
          <p className={styles.soft}>{t('frozen.noArtefacts')}</p>
        ) : (
          <Artefacts artefacts={artefacts} />
        )}
      </Card>
    </>
  );
}

function Artefacts({ artefacts }: { readonly artefacts: readonly ManifestArtefact[] }) {
  const { t } = useTranslation('portfolio');
  return (
    <ul role="list" className={styles.artefacts}>
      {artefacts.map((artefact) => (
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
  );
}

function Claims({ written: { claims, artefacts }, view }: Props) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const format = useFormat();
  const labels = new Map(artefacts.map(({ id, label }) => [id, label]));
  return view.competencies.map((competency) => {
    const claim = claims.find((one) => one.competency === competency.id);
    const evidence = (claim?.artefactIds ?? []).flatMap((id) => labels.get(id) ?? []);
    return (
      <Card key={competency.id} title={text(competency.title)} headingLevel={3}>
        <p className={styles.written}>{claim?.text || t('frozen.noText')}</p>
        <p className={styles.hint}>
          {evidence.length > 0
            ? t('frozen.evidence', { labels: format.list(evidence) })
            : t('frozen.noEvidence')}
        </p>
      </Card>
    );
  });
}

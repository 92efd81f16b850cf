import type { BlindArtefactView, ReviewView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { ArtefactLine } from './artefact-line.tsx';
import styles from './reviews.module.css';

interface Props {
  readonly view: ReviewView;
  /** The competency that the current criterion is about. */
  readonly competency: string | null;
}

/** What the candidate handed in, without a word of who that is. */
export function SubmissionPanel({ view, competency }: Props) {
  const { t } = useTranslation('reviews');
  const text = useLocalized();
  const { submission } = view;
  const hasLinks = submission.artefacts.some(({ url }) => url !== null);
  return (
    <section className={styles.section} aria-labelledby="work">
      <h2 id="work">{t('work.title')}</h2>
      {submission.competencies.map((one) => {
        const claim = submission.claims.find((made) => made.competency === one.id);
        return (
          <Card
            key={one.id}
            headingLevel={3}
            className={one.id === competency ? styles.related : undefined}
            title={text(one.title)}
            aside={one.id === competency && <StateMark tone="active">{t('work.related')}</StateMark>}
          >
            <p className={styles.standard}>{text(one.text)}</p>
            <p className={styles.written}>{claim?.text || t('work.noText')}</p>
            <Evidence artefacts={submission.artefacts} ids={claim?.artefactIds ?? []} />
          </Card>
        );
      })}
      <Card title={t('work.artefacts')} headingLevel={3}>
        {hasLinks && <p className={styles.hint}>{t('work.linkHint')}</p>}
        <ul role="list" className={styles.artefacts}>
          {submission.artefacts.map((artefact) => (
            <ArtefactLine key={artefact.id} artefact={artefact} />
          ))}
        </ul>
      </Card>
      <Card title={t('work.experience')} headingLevel={3}>
        <p className={styles.hint}>{t('work.experienceHint')}</p>
        {submission.experience ? (
          <>
            <p>{t('work.years', { count: submission.experience.years })}</p>
            <p className={styles.written}>{submission.experience.text}</p>
          </>
        ) : (
          <p className={styles.soft}>{t('work.noText')}</p>
        )}
      </Card>
    </section>
  );
}

interface EvidenceProps {
  readonly artefacts: readonly BlindArtefactView[];
  readonly ids: readonly string[];
}

function Evidence({ artefacts, ids }: EvidenceProps) {
  const { t } = useTranslation('reviews');
  const named = artefacts.filter(({ id }) => ids.includes(id));
  if (named.length === 0) return <p className={styles.hint}>{t('work.noEvidence')}</p>;
  return (
    <p className={styles.evidence}>
      <span className={styles.hint}>{t('work.evidence')}</span>
      {named.map(({ id, label }) => (
        <a key={id} href={`#artefact-${id}`}>
          <Badge>{label}</Badge>
        </a>
      ))}
    </p>
  );
}

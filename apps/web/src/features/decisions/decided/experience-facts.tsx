import type { DecisionView } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Fact } from '../steps/facts.tsx';

/** What the certifier confirmed of the experience that is asked; nothing of a withdrawal, which checks none. */
export function ExperienceFacts({ decision: { experience } }: { readonly decision: DecisionView }) {
  const { t } = useTranslation('decisions');
  if (!experience) return null;
  return (
    <>
      <Fact label={t('decided.experience')}>
        {t(experience.met ? 'decided.experienceMet' : 'decided.experienceUnmet', {
          count: experience.years,
        })}
      </Fact>
      <Fact label={t('decided.note')}>{experience.note}</Fact>
    </>
  );
}

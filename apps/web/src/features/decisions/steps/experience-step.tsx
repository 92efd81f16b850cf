import type { Evidence } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../case-page.module.css';
import { Fact, Facts } from './facts.tsx';
import { Step } from './step.tsx';

/** What the level asks beside what the candidate states; a person judges between them. */
export function ExperienceStep({ evidence: { scheme, portfolio } }: { readonly evidence: Evidence }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const stated = portfolio.experience;
  return (
    <Step code="experience">
      <Facts>
        <Fact label={t('experience.asked')}>{text(scheme.level.experience.text)}</Fact>
        <Fact label={t('experience.stated')}>
          {stated ? (
            <>
              {t('experience.statedYears', { count: stated.years })}
              <p className={styles.written}>{stated.text}</p>
            </>
          ) : (
            t('experience.none')
          )}
        </Fact>
      </Facts>
    </Step>
  );
}

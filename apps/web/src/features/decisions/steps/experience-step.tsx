import type { Evidence } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../case-page.module.css';
import { CarriedLink } from './carried-step.tsx';
import { Fact, Facts } from './facts.tsx';
import { Step } from './step.tsx';

/** What the level asks beside what the candidate states; a person judges between them. */
export function ExperienceStep({ evidence }: { readonly evidence: Evidence }) {
  const { scheme, portfolios } = evidence;
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const stated = portfolios.flatMap(({ partId, experience }) =>
    experience ? { partId, ...experience } : [],
  );
  const carried = evidence.carried.find(({ dimension }) => dimension === 'practice');
  return (
    <Step code="experience">
      <Facts>
        <Fact label={t('experience.asked')}>{text(scheme.level.experience.text)}</Fact>
        <Fact label={t('experience.stated')}>
          {stated.length === 0 && !carried && t('experience.none')}
          {carried && (
            <>
              <p>{t('carriedStep.experience', { number: carried.fromNumber })}</p>
              <CarriedLink carried={carried} />
            </>
          )}
          {stated.map(({ partId, years, text: words }) => (
            <div key={partId}>
              {t('experience.statedYears', { count: years })}
              <p className={styles.written}>{words}</p>
            </div>
          ))}
        </Fact>
      </Facts>
    </Step>
  );
}

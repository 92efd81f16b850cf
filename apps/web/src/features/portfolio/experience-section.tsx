import type { PortfolioView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { readYears } from './draft.ts';
import styles from './portfolio.module.css';
import type { DraftEditing } from './use-draft.ts';

interface Props {
  readonly view: PortfolioView;
  readonly editing: DraftEditing;
}

/** What the level asks of experience, and what the candidate has. */
export function ExperienceSection({ view, editing: { draft, change } }: Props) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const isWrong = draft.years.trim() !== '' && readYears(draft.years) === null;
  return (
    <section className={styles.section} aria-labelledby="experience">
      <header className={styles.head}>
        <h2 id="experience">{t('experience.title')}</h2>
        <p>{t('experience.asked', { text: text(view.experienceAsked.text) })}</p>
        <p className={styles.soft}>{t('experience.check')}</p>
      </header>
      <Card>
        <div className={styles.years}>
          <TextField
            label={t('experience.years')}
            hint={t('experience.yearsHint')}
            error={isWrong ? t('experience.yearsWrong') : null}
            inputMode="numeric"
            maxLength={3}
            value={draft.years}
            autoComplete="off"
            onChange={(event) => change((before) => ({ ...before, years: event.target.value }))}
          />
        </div>
        <TextArea
          label={t('experience.text')}
          hint={t('experience.textHint')}
          rows={5}
          maxLength={view.limits.experienceLength}
          value={draft.experience}
          onChange={(event) => change((before) => ({ ...before, experience: event.target.value }))}
        />
      </Card>
    </section>
  );
}

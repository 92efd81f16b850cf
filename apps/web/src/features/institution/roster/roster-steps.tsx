import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from './roster.module.css';

const steps = ['source', 'preview', 'done'] as const;

export function RosterSteps({ at }: { readonly at: (typeof steps)[number] }) {
  const { t } = useTranslation('institution');
  const now = steps.indexOf(at);
  return (
    <ol role="list" className={styles.steps} aria-label={t('roster.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-done={index < now || undefined}>
          <span className={styles.number} aria-hidden="true">
            {index < now ? <Icon name="check" size={16} /> : index + 1}
          </span>
          {t(`roster.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

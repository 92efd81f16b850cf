import type { NamedCase } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './trail.module.css';

/** Whose case it is, for what, and which certificate came of it. */
export function CaseFacts({ subject }: Pick<NamedCase, 'subject'>) {
  const { t, locale } = useTranslation('trail');
  const text = useLocalized();
  const { roleName, level, session, number, cohort, institution, certificate } = subject;
  const certification = [roleName && text(roleName), level && t(`common:level.${level}`)]
    .filter(Boolean)
    .join(locale === 'en' ? ' ' : '');
  const facts: [label: string, value: string | null][] = [
    [t('facts.case'), certification || null],
    [t('facts.session'), session && text(session)],
    [t('facts.try'), number === null ? null : t('facts.tryText', { number })],
    [t('facts.cohort'), cohort],
    [t('facts.institution'), institution && text(institution)],
    [t('facts.certificate'), certificate],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

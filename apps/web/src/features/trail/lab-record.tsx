import { formatScore, type RecordedLab } from '@ennead/contracts';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { Sheet } from './sheet.tsx';
import styles from './trail.module.css';

/** The verdict on a lab, check by check. */
export function LabRecord({ lab }: { readonly lab: RecordedLab }) {
  const { t } = useTranslation('trail');
  const text = useLocalized();
  const format = useFormat();
  const { title, handedInAt, verdict } = lab;
  const facts = [
    title && text(title),
    handedInAt && t('lab.handedIn', { time: format.dateTimeSec(handedInAt) }),
    verdict && t('lab.graded', { time: format.dateTimeSec(verdict.gradedAt) }),
  ];
  return (
    <>
      <p className={styles.faint}>{facts.filter(Boolean).join(' · ')}</p>
      {verdict ? (
        <>
          <StateMark tone={verdict.signature === 'verified' ? 'good' : 'bad'} isSentence>
            {t(`lab.signature.${verdict.signature}`)}
          </StateMark>
          <Sheet
            caption={t('lab.checks')}
            head={[t('lab.check'), t('lab.cases'), t('lab.points')]}
            rows={verdict.checks.map((check) => [
              check.title ? text(check.title) : check.id,
              t('lab.casesText', { passed: check.passed, total: check.total }),
              t('lab.pointsText', {
                earned: formatScore(check.earnedCents),
                points: formatScore(check.pointsCents),
              }),
            ])}
          />
        </>
      ) : (
        <p>{t('lab.noVerdict')}</p>
      )}
    </>
  );
}

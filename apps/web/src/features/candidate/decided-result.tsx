import { isGivenOut, type OwnEntry } from '@ennead/contracts';
import { AppealNote } from '../../components/appeal-note.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './candidate-page.module.css';

interface Props {
  readonly entry: OwnEntry;
  /** The parts show scores that changed after it was decided. */
  readonly isRescored: boolean;
}

/** What was decided, the certificate, the explanation and the way to appeal. */
export function DecidedResult({ entry: { id, result, place, cohortName }, isRescored }: Props) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const { outcome, grade, credentialNumber, credentialStatus, decidedAt, appeal } = result;
  const hasCertificate = isGivenOut(credentialStatus);
  return (
    <div className={styles.decided}>
      <GradeMark grade={grade} size="large" tone="seal" label="" />
      <div className={styles.words}>
        <p className={styles.grade}>
          {outcome === 'withdraw'
            ? t('result.withdrawn')
            : grade === null
              ? t('result.none')
              : t('common:grade.mark', { grade })}
        </p>
        {credentialStatus === 'superseded' && <p>{t('result.superseded')}</p>}
        {isRescored && <p className={styles.about}>{t('result.rescored')}</p>}
        {decidedAt && (
          <p className={styles.about}>{t('result.decidedAt', { time: format.date(decidedAt) })}</p>
        )}
        <div className={styles.actions}>
          <ButtonLink tone="primary" to={`/result/${id}`}>
            {t(hasCertificate ? 'result.whyAndCertificate' : 'result.why')}
          </ButtonLink>
          {credentialNumber && (
            <ButtonLink to={`/verify/${credentialNumber}`}>{t('result.certificate')}</ButtonLink>
          )}
        </div>
        {appeal && (
          <p className={styles.about}>
            <AppealNote appeal={appeal} timeZone={place.timeZone} hasHouse={cohortName !== null} />
          </p>
        )}
      </div>
    </div>
  );
}

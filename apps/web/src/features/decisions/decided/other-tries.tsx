import type { EvidenceView } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { dayIn } from '../../../lib/day-in.ts';
import { useFormat } from '../../../lib/format.ts';

/**
 * What a withdrawal means for the other tries: later grades that rest on scores of this one stay, and a grade that this one
 * stood above is held again. Nothing where neither is so.
 */
export function OtherTries({ view: { evidence } }: { readonly view: EvidenceView }) {
  const { t, locale } = useTranslation('decisions');
  const format = useFormat();
  const nameOf = (number: number) => t('common:entry.number', { number });
  const resting = (evidence?.grantedUpon ?? []).map(nameOf);
  const heldAgain = evidence?.heldAgain;
  return (
    <>
      {resting.length > 0 && <p>{t('withdraw.grantedUpon', { tries: format.list(resting) })}</p>}
      {heldAgain && (
        <p>
          {t('withdraw.heldAgain', { try: nameOf(heldAgain.number), grade: heldAgain.grade })}
          {heldAgain.expiresAt &&
            t('withdraw.heldUntil', { date: dayIn(heldAgain.expiresAt, locale, evidence.scheme.timeZone) })}
        </p>
      )}
    </>
  );
}

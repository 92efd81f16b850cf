import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { ownEnrolmentsQuery } from '../lib/own-enrolments.ts';

/**
 * At the doors where an entry begins: what could still be carried over into it, which beginning ends, and where it is chosen.
 * Nothing where nothing is left to choose.
 */
export function OpenCarryNote({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('tries');
  const { data } = useQuery(ownEnrolmentsQuery);
  const choice = data?.find(({ carryChoice }) => carryChoice?.entryId === entryId)?.carryChoice;
  const of = (kind: 'kept' | 'carriable') =>
    choice?.carry.filter(({ verdict }) => verdict.kind === kind) ?? [];
  const carriable = of('carriable');
  if (carriable.length === 0 || of('kept').length === 2) return null;
  const dimensions = carriable.map(({ dimension }) => t(`common:dimension.${dimension}`));
  return (
    <p>
      {t('choice.ends', { dimensions: dimensions.join(t('choice.and')) })}{' '}
      <Link to="/">{t('choice.choose')}</Link>
    </p>
  );
}

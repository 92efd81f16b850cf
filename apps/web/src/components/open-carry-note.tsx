import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { carriableIn, keptIn } from '../lib/open-carry.ts';
import { ownEnrolmentsQuery } from '../queries/entries.ts';

/**
 * At the doors where an entry begins: what could still be carried over into it, which beginning ends, and where it is chosen.
 * Nothing where nothing is left to choose.
 */
export function OpenCarryNote({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('tries');
  const { data } = useQuery(ownEnrolmentsQuery);
  const choice = data?.find(({ carryChoice }) => carryChoice?.entryId === entryId)?.carryChoice;
  if (!choice || keptIn(choice).length === 2) return null;
  const dimensions = carriableIn(choice).map((dimension) => t(`common:dimension.${dimension}`));
  if (dimensions.length === 0) return null;
  return (
    <p>
      {t('choice.ends', { dimensions: dimensions.join(t('choice.and')) })}{' '}
      <Link to="/">{t('choice.choose')}</Link>
    </p>
  );
}

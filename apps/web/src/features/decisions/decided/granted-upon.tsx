import type { EvidenceView } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';

/** That later grades rest on scores of this try, and what a withdrawal does not do to them; nothing where none does. */
export function GrantedUpon({ view: { evidence } }: { readonly view: EvidenceView }) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const numbers = evidence?.grantedUpon ?? [];
  if (numbers.length === 0) return null;
  const tries = numbers.map((number) => t('common:entry.number', { number }));
  return <p>{t('withdraw.grantedUpon', { tries: format.list(tries) })}</p>;
}

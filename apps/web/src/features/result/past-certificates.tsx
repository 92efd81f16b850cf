import type { EntryResultView } from '@ennead/contracts';
import { Link } from 'react-router';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { dayIn } from '../../lib/day-in.ts';

/** What certificates the same try had before, what became of them and why: a lower grade after a withdrawal explains itself. */
export function PastCertificates({ view }: { readonly view: EntryResultView }) {
  const { t, locale } = useTranslation('result');
  if (view.pastCredentials.length === 0) return null;
  return (
    <Card title={t('past.title')}>
      {view.pastCredentials.map(({ number, status, revokedAt, revokedReason }) => (
        <p key={number}>
          <Link to={`/verify/${number}`}>{number}</Link>
          {' · '}
          {status === 'revoked' && revokedAt
            ? t('past.revoked', {
                date: dayIn(revokedAt, locale, view.timeZone),
                reason: revokedReason ?? '',
              })
            : t('past.superseded')}
        </p>
      ))}
    </Card>
  );
}

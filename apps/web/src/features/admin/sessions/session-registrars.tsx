import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AssignRegistrars } from '../../../components/assign-registrars.tsx';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { sessionRegistrarsQuery } from '../../../queries/registrars.ts';

/** Who looks after this session. */
export function SessionRegistrars({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  const text = useLocalized();
  const { data, error, isPending, refetch } = useQuery(sessionRegistrarsQuery(sessionId));
  const [choosing, setChoosing] = useState(false);
  if (isPending) return <Loading lines={2} />;
  if (!data) return <ErrorState error={error} inline onRetry={() => void refetch()} />;
  const { session } = data;
  return (
    <Card
      title={t('duties.card')}
      headingLevel={3}
      aside={
        <Button
          size="small"
          icon="people"
          aria-label={t('duties.changeOf', { session: text(session.title) })}
          onClick={() => setChoosing(true)}
        >
          {t('duties.change')}
        </Button>
      }
    >
      <p>
        {session.registrars.length > 0
          ? format.list(session.registrars.map(({ name }) => name))
          : t('duties.none')}
      </p>
      {choosing && <AssignRegistrars session={session} onClose={() => setChoosing(false)} />}
    </Card>
  );
}

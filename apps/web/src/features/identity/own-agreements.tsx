import type { AgreementsView, DocumentInForce } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { acceptDocuments, agreementsQuery } from '../../queries/pages.ts';
import styles from './identity.module.css';

/** What the reader has accepted, with version and time, and what has a newer version since. */
export function OwnAgreements() {
  const agreements = useQuery(agreementsQuery);
  if (agreements.isPending) return <Loading lines={2} />;
  if (!agreements.data)
    return <ErrorState error={agreements.error} inline onRetry={() => void agreements.refetch()} />;
  return <Documents view={agreements.data} />;
}

function Documents({ view }: { readonly view: AgreementsView }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const accept = useAct({
    mutationFn: acceptDocuments,
    onSuccess: (next) => queries.setQueryData(agreementsQuery.queryKey, next),
    // Another version came meanwhile: it is shown beside the refusal, for the next press.
    onError: () => queries.invalidateQueries({ queryKey: agreementsQuery.queryKey }),
  });
  const own = view.documents.filter(({ purpose }) => purpose === 'account');
  const open = own.filter(({ document }) => view.missing.includes(document));
  return (
    <>
      <ul role="list" className={styles.documents}>
        {own.map((one) => (
          <li key={one.document}>
            <Document document={one} />
          </li>
        ))}
      </ul>
      {accept.error && <ErrorState error={accept.error} inline />}
      {open.length > 0 && (
        <>
          <p>{t('agreements.open')}</p>
          <div>
            <Button
              busy={accept.isPending}
              onClick={() =>
                accept.mutate({ documents: open.map(({ document, hash }) => ({ document, hash })) })
              }
            >
              {t('agreements.accept')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Document({ document: { document, version, acceptedAt } }: { readonly document: DocumentInForce }) {
  const { t } = useTranslation('account');
  return (
    <>
      <Link to={`/${document}`}>{t(`common:document.${document}`)}</Link>{' '}
      <span className={styles.note}>{t('agreements.version', { version })}</span>
      <StateMark tone={acceptedAt ? 'good' : 'warn'}>
        {acceptedAt ? (
          <>
            {t('agreements.accepted')} <DateTime instant={acceptedAt} />
          </>
        ) : (
          t('agreements.missing')
        )}
      </StateMark>
    </>
  );
}

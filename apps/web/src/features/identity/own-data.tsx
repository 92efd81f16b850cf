import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loading } from '../../components/loading.tsx';
import { RetentionTable } from '../../components/retention-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { linkTo } from '../../lib/address-of.ts';
import { pageQuery } from '../../queries/pages.ts';
import styles from './identity.module.css';

/** What is recorded of the reader, why and for how long, and their own data as a file. */
export function OwnData() {
  const { t } = useTranslation('account');
  const page = useQuery(pageQuery('privacy'));
  return (
    <>
      <p>{t('data.lead')}</p>
      <div>
        <a className={styles.download} href={linkTo('/api/me/data.json', {})} download>
          <Icon name="download" />
          {t('data.download')}
        </a>
      </div>
      <p>
        <Link to="/privacy">{t('common:document.privacy')}</Link>
      </p>
      {page.isPending && <Loading lines={4} />}
      {page.error && !page.data && (
        <ErrorState error={page.error} inline onRetry={() => void page.refetch()} />
      )}
      {page.data && <RetentionTable rows={page.data.retention} />}
    </>
  );
}

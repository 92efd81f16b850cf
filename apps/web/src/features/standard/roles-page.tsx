import type { StandardView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { standardQuery } from '../../queries/standard.ts';
import styles from './roles-page.module.css';
import { Vocabulary } from './vocabulary.tsx';

/** All directions with their roles, and the words that the standard uses. */
export function RolesPage() {
  const { t } = useTranslation('standard');
  const query = useQuery(standardQuery);
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Link to="/levels">{t('levelsLink')}</Link>}>
      {query.isPending && <Loading lines={8} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Directions view={query.data} />
          <Vocabulary standard={query.data.standard} />
        </>
      )}
    </Page>
  );
}

function Directions({ view }: { readonly view: StandardView }) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  return (
    <div className={styles.directions}>
      {view.standard.directions.map((direction) => (
        <section
          key={direction.code}
          className={styles.direction}
          aria-labelledby={`direction-${direction.code}`}
        >
          <header className={styles.directionHead}>
            <h2 id={`direction-${direction.code}`}>{text(direction.name)}</h2>
            <p>{text(direction.description)}</p>
          </header>
          <ul role="list" className={styles.roles}>
            {view.roles
              .filter((role) => role.direction === direction.code)
              .map((role) => (
                <li key={role.code}>
                  <Link to={`/standard/${role.code}`} className={styles.role}>
                    <span className={styles.roleName}>{text(role.name)}</span>
                    <span className={styles.duty}>{text(role.duty)}</span>
                    <span className={styles.count}>{t('count', { count: role.competencies.length })}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

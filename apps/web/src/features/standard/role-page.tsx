import type { Role, StandardView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePageTitle } from '../../lib/page-title.ts';
import { standardQuery } from '../../queries/standard.ts';
import { CompetencyList } from './competency-list.tsx';
import { CompetencyFilterBar } from './competency-filter-bar.tsx';
import { filterCompetencies, readFilter } from './competency-filter.ts';

/** One role's competencies; every one has an address of its own. */
export function RolePage() {
  const { t } = useTranslation('standard');
  const query = useQuery(standardQuery);
  const { role: code } = useParams();
  const role = query.data?.roles.find((candidate) => candidate.code === code);
  if (query.data && role) return <KnownRole view={query.data} role={role} />;
  return (
    <Page
      title={query.data ? t('unknownRole') : t('roleTitle')}
      kicker={<Link to="/standard">{t('back')}</Link>}
    >
      {query.isPending && <Loading lines={8} />}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <EmptyState title={t('unknownRole')} action={<ButtonLink to="/standard">{t('back')}</ButtonLink>}>
          {t('unknownRoleText')}
        </EmptyState>
      )}
    </Page>
  );
}

function KnownRole({ view, role }: { readonly view: StandardView; readonly role: Role }) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const [search] = useSearchParams();
  const filter = readFilter(search);
  const shown = filterCompetencies(role.competencies, filter);
  const direction = view.standard.directions.find(({ code }) => code === role.direction);
  usePageTitle(text(role.name));
  useAnchor();
  return (
    <Page
      title={text(role.name)}
      lead={text(role.duty)}
      kicker={
        <>
          <Link to="/standard">{t('back')}</Link>
          {direction && <> · {t('direction', { name: text(direction.name) })}</>}
        </>
      }
    >
      <CompetencyFilterBar
        standard={view.standard}
        filter={filter}
        shown={shown.length}
        total={role.competencies.length}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('filter.none')} />
      ) : (
        <CompetencyList standard={view.standard} competencies={shown} />
      )}
    </Page>
  );
}

/** Scrolls to the anchor of the address, which the browser could not do before the data had come. */
function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
}

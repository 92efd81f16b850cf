import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { ErrorState } from '../components/error-state.tsx';
import type { RouteHandle } from '../lib/app-route.ts';
import { useMe } from '../queries/me.ts';
import { ForbiddenPage } from './forbidden-page.tsx';
import { PageLoading } from './page-loading.tsx';
import styles from './page-frame.module.css';

const SET_UP = '/account/second-factor';

/** Lets through whom the page is for; sends others to log in, or tells them that it is not theirs. */
export function PageGate() {
  const me = useMe();
  const location = useLocation();
  const roles = useMatches()
    .map((match) => (match.handle as RouteHandle | undefined)?.roles)
    .findLast((found) => found !== undefined);

  if (!roles) return <Outlet />;
  if (me.isPending) return <PageLoading />;
  if (me.error) {
    return (
      <div className={styles.frame}>
        <ErrorState error={me.error} onRetry={me.retry} />
      </div>
    );
  }
  const next = `${location.pathname}${location.search}${location.hash}`;
  if (!me.person) {
    return <Navigate to={`/log-in?next=${encodeURIComponent(next)}`} replace />;
  }
  // With such a role nothing else is open before it is done; the server holds that.
  if (me.person.secondFactor === 'due' && location.pathname !== SET_UP) {
    return <Navigate to={`${SET_UP}?next=${encodeURIComponent(next)}`} replace />;
  }
  const allowed = roles === 'anyone-logged-in' || me.person.roles.some((role) => roles.includes(role));
  // What they were given waits for a password that they set anew; there they read why, and how.
  if (!allowed && me.person.passwordDue) return <Navigate to="/account" replace />;
  return allowed ? <Outlet /> : <ForbiddenPage />;
}

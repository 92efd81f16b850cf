import { Navigate } from 'react-router';
import { Loading } from '../../components/loading.tsx';
import { firstPage } from '../../lib/first-page.ts';
import { useMe } from '../../queries/me.ts';
import styles from './home-page.module.css';
import { Hero } from './hero.tsx';
import { Parts } from './parts.tsx';
import { VerifyBox } from './verify-box.tsx';
import { Way } from './way.tsx';

/** What Ennead is, for those who are not logged in; everybody else goes straight to their work. */
export function HomePage() {
  const { person, isPending } = useMe();
  if (isPending) return <div className={styles.page}>{<Loading />}</div>;
  if (person) return <Navigate to={firstPage(person.roles)} replace />;
  return (
    <div className={styles.page}>
      <Hero />
      <Parts />
      <Way />
      <VerifyBox />
    </div>
  );
}

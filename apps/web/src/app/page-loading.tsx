import { Loading } from '../components/loading.tsx';
import styles from './page-frame.module.css';

export function PageLoading() {
  return (
    <div className={styles.frame}>
      <Loading lines={6} />
    </div>
  );
}

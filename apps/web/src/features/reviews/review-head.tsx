import type { ReviewView } from '@ennead/contracts';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { SaveLine } from '../../components/save-line.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { SaveState } from '../../lib/autosaver.ts';
import { listPath } from './use-kind.ts';
import styles from './reviews.module.css';

interface Props {
  readonly view: ReviewView;
  readonly save: SaveState;
  readonly onKeys: () => void;
  readonly onHandBack: () => void;
  readonly onProblem: () => void;
}

/** Which script this is, whether it is saved, and how many are left. */
export function ReviewHead({ view, save, onKeys, onHandBack, onProblem }: Props) {
  const { t } = useTranslation('reviews');
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <Link className={styles.soft} to={listPath[view.kind]}>
          {t('page.back')}
        </Link>
        <h1>{t('page.code', { code: view.code })}</h1>
        <p className={styles.soft}>
          {t('page.role', { role: t(`common:role.${view.role}`), level: t(`common:level.${view.level}`) })}
        </p>
      </div>
      <div className={styles.headState}>
        {view.state === 'assigned' && <SaveLine state={save} idle={t('page.idle')} />}
        <span className={styles.soft}>{t('page.left', { count: view.leftCount })}</span>
        {view.state === 'assigned' && (
          <>
            <Button size="small" onClick={onHandBack}>
              {t('handBack.open')}
            </Button>
            {view.problem?.answeredAt !== null && (
              <Button size="small" onClick={onProblem}>
                {t('problem.report')}
              </Button>
            )}
          </>
        )}
        <Button size="small" icon="question" onClick={onKeys}>
          {t('page.keys')}
        </Button>
      </div>
    </header>
  );
}

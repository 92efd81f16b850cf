import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import styles from './portfolio.module.css';
import type { DraftEditing } from './use-draft.ts';

interface Props {
  readonly editing: DraftEditing;
  readonly onReload: () => Promise<void>;
}

/** The draft was changed on another page: neither side is overwritten before somebody has chosen. */
export function ConflictDialog({ editing, onReload }: Props) {
  const { t } = useTranslation('portfolio');
  const [busy, setBusy] = useState(false);
  const [later, setLater] = useState(false);
  const { phase, error } = editing.save;
  if (phase !== 'refused') return null;
  const isConflict = error instanceof ApiProblem && error.code === 'PORTFOLIO_CHANGED';
  const act = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  if (!isConflict)
    return (
      <div className={styles.refused}>
        <ErrorState error={error} onRetry={act(onReload)} />
      </div>
    );
  if (later)
    return (
      <div className={classNames(styles.refused, styles.notice)} role="status">
        <Icon name="warning" />
        <strong>{t('conflict.title')}</strong>
        <Button size="small" onClick={() => setLater(false)}>
          {t('conflict.choose')}
        </Button>
      </div>
    );
  return (
    <Dialog
      open
      onClose={() => setLater(true)}
      title={t('conflict.title')}
      footer={
        <>
          <Button busy={busy} onClick={act(onReload)}>
            {t('conflict.theirs')}
          </Button>
          <Button busy={busy} tone="danger" onClick={act(editing.overwrite)}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      <dl className={styles.choices}>
        <dt>{t('conflict.theirs')}</dt>
        <dd>{t('conflict.theirsText')}</dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>{t('conflict.mineText')}</dd>
      </dl>
    </Dialog>
  );
}

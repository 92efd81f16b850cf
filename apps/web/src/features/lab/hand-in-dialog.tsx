import type { LabSessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Countdown } from '../../components/countdown.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useAct } from '../../lib/use-act.ts';
import { handInLab, labSessionQuery } from '../../queries/labs.ts';
import { TallyMark } from './checks/task-item.tsx';
import { isUnsaved } from './files/open-file.ts';
import type { LabClient } from './lab-client.ts';
import { useStore } from '../../lib/store.ts';
import styles from './workbench.module.css';

interface Props {
  readonly view: LabSessionView;
  readonly client: LabClient;
  /** Epoch milliseconds and clock of the server. */
  readonly endsAt: number;
  readonly now: () => number;
  readonly onClose: () => void;
}

/** What will be handed in, how it stands, and one question. */
export function HandInDialog({ view, client, endsAt, now, onClose }: Props) {
  const { t } = useTranslation('lab');
  const queries = useQueryClient();
  const [saving, setSaving] = useState(true);
  const { open, savedAt } = useStore(client.files.state);
  const { ranAt } = useStore(client.checks);
  const unsaved = open.some(isUnsaved);
  const stale = ranAt === null || (savedAt !== null && savedAt > ranAt);

  useEffect(() => {
    void client.files.saveAll().then(() => setSaving(false));
  }, [client]);

  const handIn = useAct({
    mutationFn: () => handInLab(view.id),
    onSuccess: (next) => {
      client.files.forget();
      queries.setQueryData(labSessionQuery(view.id).queryKey, next);
    },
  });

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => handIn.mutate()}
      title={t('submit.title')}
      confirmLabel={t('submit.act')}
      busy={saving || handIn.isPending}
      error={handIn.error}
    >
      <p>{t('submit.text')}</p>
      <p className={styles.left}>
        {t('submit.left')} <Countdown endsAt={endsAt} now={now} />
      </p>
      <Summary view={view} client={client} />
      {stale && <Warning text={t('submit.stale')} />}
      {saving && <p className={styles.hint}>{t('submit.saving')}</p>}
      {!saving && unsaved && <Warning text={t('submit.unsaved')} />}
    </ConfirmDialog>
  );
}

function Summary({ view, client }: Pick<Props, 'view' | 'client'>) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const run = useStore(client.checks);
  return (
    <table className={styles.summary}>
      <thead>
        <tr>
          <th scope="col">{t('submit.task')}</th>
          <th scope="col">{t('submit.points')}</th>
          <th scope="col">{t('submit.visible')}</th>
        </tr>
      </thead>
      <tbody>
        {view.lab.tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">{localized(task.title)}</th>
            <td>{task.points}</td>
            <td>
              <TallyMark
                task={task}
                run={run}
                total={view.visibleChecks.find((check) => check.task === task.id)?.cases.length ?? 0}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <p className={styles.warning}>
      <Icon name="warning" />
      {text}
    </p>
  );
}

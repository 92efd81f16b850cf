import type { LabSessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Countdown } from '../../components/countdown.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { labSessionQuery } from '../../queries/labs.ts';
import type { LabClient } from './lab-client.ts';
import { MachineLine } from './machine-line.tsx';
import { OptionsMenu } from './options-menu.tsx';
import styles from './workbench.module.css';

interface Props {
  readonly view: LabSessionView;
  readonly client: LabClient;
  readonly endsAt: number;
  readonly now: () => number;
  readonly onShortcuts: () => void;
  readonly onHandIn: () => void;
}

/** What this is, how the machine stands, how long is left, and the one way to the end. */
export function TopBar({ view, client, endsAt, now, onShortcuts, onHandIn }: Props) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const queries = useQueryClient();
  const onEnd = useCallback(
    () => void queries.invalidateQueries(labSessionQuery(view.id)),
    [queries, view.id],
  );
  return (
    <header className={styles.top}>
      <h1 className={styles.title}>{localized(view.lab.title)}</h1>
      <MachineLine client={client} />
      <div className={styles.tools}>
        <OptionsMenu />
        <IconButton icon="question" label={t('keys.open')} onClick={onShortcuts} />
      </div>
      <Countdown endsAt={endsAt} now={now} onEnd={onEnd} />
      <Button tone="primary" size="small" onClick={onHandIn}>
        {t('handIn')}
      </Button>
    </header>
  );
}

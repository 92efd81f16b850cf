import { useEffect, useRef } from 'react';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/format.ts';
import { describeMachine, type MachineKey } from './describe-machine.ts';
import type { LabClient } from './lab-client.ts';
import { useStore } from '../../lib/store.ts';
import { TakeOverButton } from './taken-over.tsx';
import styles from './workbench.module.css';

/** Said aloud: what changes what somebody can do. Saving and saved would never stop talking. */
const spoken: readonly MachineKey[] = [
  'reconnecting',
  'reconnectingUnsaved',
  'takenOver',
  'unavailable',
  'lost',
  'conflict',
  'failed',
  'restored',
];

/** The state of machine, connection and saving, as one line. */
export function MachineLine({ client }: { readonly client: LabClient }) {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const link = useStore(client.connection.state);
  const machine = useStore(client.machine);
  const { open, savedAt } = useStore(client.files.state);
  const phases = open.map(({ phase }) => phase);
  const { snapshotAt, skippedFiles } = machine;
  const line = describeMachine({ link, machine: machine.state, snapshotAt, savedAt, phases });
  const text = t(`machine.${line.key}`, { time: line.at ? format.time(line.at) : '' });
  useSpoken(line.key, text);

  return (
    <div className={styles.machine} role="group" aria-label={t('machine.label')}>
      <StateMark tone={line.tone} icon={line.icon}>
        {text}
      </StateMark>
      <TakeOverButton client={client} />
      {skippedFiles > 0 && <StateMark tone="warn">{t('machine.skipped', { count: skippedFiles })}</StateMark>}
    </div>
  );
}

function useSpoken(key: MachineKey, text: string): void {
  const before = useRef(key);
  useEffect(() => {
    if (before.current !== key && spoken.includes(key)) announce(text);
    before.current = key;
  }, [key, text]);
}

import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { announce } from '../../../lib/announce.ts';
import type { LabConnection } from '../connection/lab-connection.ts';
import { usePageTheme } from '../page-theme.ts';
import { Store, useStore } from '../../../lib/store.ts';
import { LabTerminal, type TerminalState } from './lab-terminal.ts';
import '@xterm/xterm/css/xterm.css';
import styles from './terminal.module.css';

const notYet = new Store<TerminalState>('waiting');

export function TerminalPanel({ connection }: { readonly connection: LabConnection }) {
  const { t } = useTranslation('lab');
  const host = useRef<HTMLDivElement>(null);
  const [terminal, setTerminal] = useState<LabTerminal | null>(null);
  const state = useStore(terminal?.state ?? notYet);
  const theme = usePageTheme();
  const copied = t('common:action.copied');
  const label = `${t('shell.label')}. ${t('leaveHint')}`;

  useEffect(() => {
    if (!host.current) return;
    const created = new LabTerminal(host.current, connection, () => announce(copied));
    setTerminal(created);
    return () => {
      setTerminal(null);
      created.dispose();
    };
    // A new language would only change what is announced; the terminal is not worth opening anew for it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connection]);

  useEffect(() => terminal?.recolour(), [terminal, theme]);
  useEffect(() => terminal?.label(label), [terminal, label]);

  return (
    <div className={styles.panel}>
      {state !== 'open' && (
        <div className={styles.notice} role="status">
          <span>{t(state === 'closed' ? 'shell.ended' : 'shell.waiting')}</span>
          {state === 'closed' && (
            <Button
              size="small"
              icon="refresh"
              onClick={() => {
                terminal?.open();
                terminal?.focus();
              }}
            >
              {t('shell.restart')}
            </Button>
          )}
        </div>
      )}
      <div ref={host} className={styles.host} data-lab-terminal />
    </div>
  );
}

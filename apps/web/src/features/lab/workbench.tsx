import type { LabSessionView } from '@ennead/contracts';
import { useMemo, useRef, useState } from 'react';
import { LayoutContext, panelIds } from './layout/layout-context.tsx';
import { PanelTabs } from './layout/panel-tabs.tsx';
import { createLayoutStore, narrowTabs, type NarrowTab } from './layout/layout-state.ts';
import { useWide } from './layout/use-wide.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { HandInDialog } from './hand-in-dialog.tsx';
import { focusRegion, leaveRegion } from './regions.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useStore } from '../../lib/store.ts';
import { TakenOver } from './taken-over.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeadline } from './use-deadline.ts';
import { useLabClient } from './use-lab-client.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { WorkbenchPanels } from './workbench-panels.tsx';
import styles from './workbench.module.css';

/** Top bar, panels, and the dialogues over them. */
export function Workbench({ view }: { readonly view: LabSessionView }) {
  const client = useLabClient(view);
  const { t } = useTranslation('lab');
  const [layout] = useState(createLayoutStore);
  const [dialog, setDialog] = useState<'hand-in' | 'shortcuts' | null>(null);
  const { narrow } = useStore(layout);
  const link = useStore(client.connection.state);
  const wide = useWide();
  const room = useRef<HTMLDivElement>(null);
  const scope = useMemo(() => ({ store: layout, wide, room }), [layout, wide]);
  const { endsAt, now } = useDeadline(client);
  const showNarrow = (tab: NarrowTab) => layout.update((before) => ({ ...before, narrow: tab }));

  const check = () => {
    layout.update((before) => ({
      ...before,
      brief: 'tasks',
      narrow: 'tasks',
      collapsed: before.collapsed.filter((panel) => panel !== 'brief'),
    }));
    void client.check();
  };
  useShortcuts({
    save: () => void client.files.saveAll(),
    check,
    help: () => setDialog('shortcuts'),
    moveRegion: focusRegion,
    leave: leaveRegion,
  });

  return (
    <div className={styles.workbench}>
      <TopBar
        view={view}
        client={client}
        endsAt={endsAt}
        now={now}
        onShortcuts={() => setDialog('shortcuts')}
        onHandIn={() => setDialog('hand-in')}
      />
      <main id="main" tabIndex={-1} className={styles.main}>
        {!wide && (
          <div className={styles.narrowTabs}>
            <PanelTabs
              label={t('panels')}
              tabs={narrowTabs.map((value) => ({ value, label: t(value), panelId: panelIds[value] }))}
              value={narrow}
              onChange={showNarrow}
            />
          </div>
        )}
        <LayoutContext value={scope}>
          <div ref={room} className={styles.panels} data-wide={wide}>
            <WorkbenchPanels view={view} client={client} />
          </div>
        </LayoutContext>
      </main>
      {link === 'taken-over' && <TakenOver client={client} />}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === 'hand-in' && (
        <HandInDialog view={view} client={client} endsAt={endsAt} now={now} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

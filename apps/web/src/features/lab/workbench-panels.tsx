import type { LabSessionView } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { BriefPanel } from './brief-panel.tsx';
import { EditorPanel } from './editor/editor-panel.tsx';
import { FilePanel } from './files/file-panel.tsx';
import type { LabClient } from './lab-client.ts';
import { panelIds, useLayout } from './layout/layout-context.tsx';
import { CollapseButton, PanelEdge } from './layout/panel-edge.tsx';
import { PanelSection } from './layout/panel-section.tsx';
import panel from './layout/panel.module.css';
import { TerminalPanel } from './terminal/terminal-panel.tsx';
import styles from './workbench.module.css';

interface Props {
  readonly view: LabSessionView;
  readonly client: LabClient;
}

/**
 * The panels, in one document for both layouts: nothing is unmounted when the window changes or a tab is chosen, so
 * that editor, terminal and reading place stay as they are.
 */
export function WorkbenchPanels({ view, client }: Props) {
  const { t } = useTranslation('lab');
  const { layout, wide, change } = useLayout();
  const { sizePx, collapsed, narrow } = layout;
  return (
    <>
      <BriefPanel view={view} client={client} />
      <PanelEdge name="brief" label={t('brief')} controls="lab-brief" />
      <div className={styles.desk} hidden={!wide && (narrow === 'instructions' || narrow === 'tasks')}>
        <div className={styles.upper} hidden={!wide && narrow === 'terminal'}>
          <PanelSection
            tab="files"
            label={t('files')}
            className={styles.files}
            style={{ width: sizePx.tree }}
            collapsed={collapsed.includes('tree')}
          >
            <FilePanel
              files={client.files}
              onOpen={() => change((before) => ({ ...before, narrow: 'editor' }))}
              aside={<CollapseButton name="tree" label={t('files')} />}
            />
          </PanelSection>
          <PanelEdge name="tree" label={t('files')} controls={panelIds.files} />
          <PanelSection tab="editor" label={t('editor')} className={styles.editor}>
            <EditorPanel files={client.files} />
          </PanelSection>
        </div>
        <PanelEdge name="terminal" label={t('terminal')} controls={panelIds.terminal} />
        <PanelSection
          tab="terminal"
          label={t('terminal')}
          className={styles.terminal}
          style={{ height: sizePx.terminal }}
          collapsed={collapsed.includes('terminal')}
        >
          {wide && (
            <div className={panel.head}>
              <h2 className={panel.title}>{t('terminal')}</h2>
              <CollapseButton name="terminal" label={t('terminal')} />
            </div>
          )}
          <TerminalPanel connection={client.connection} />
        </PanelSection>
      </div>
    </>
  );
}

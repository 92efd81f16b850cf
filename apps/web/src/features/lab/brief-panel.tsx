import type { LabSessionView } from '@ennead/contracts';
import { Markdown } from '../../components/markdown.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { TaskPanel } from './checks/task-panel.tsx';
import type { LabClient } from './lab-client.ts';
import { panelIds, useLayout } from './layout/layout-context.tsx';
import { CollapseButton } from './layout/panel-edge.tsx';
import panel from './layout/panel.module.css';
import { PanelTabs, tabId } from './layout/panel-tabs.tsx';
import styles from './workbench.module.css';

const parts = ['instructions', 'tasks'] as const;

interface Props {
  readonly view: LabSessionView;
  readonly client: LabClient;
}

/** What to do, and how far it is: two tabs of one panel, on a narrow screen two tabs of the page. */
export function BriefPanel({ view, client }: Props) {
  const { t } = useTranslation('lab');
  const localized = useLocalized();
  const { layout, wide, change } = useLayout();
  const shown = wide ? layout.brief : layout.narrow;
  return (
    <section
      id="lab-brief"
      className={styles.brief}
      aria-label={t('brief')}
      data-region
      style={wide ? { width: layout.sizePx.brief } : undefined}
      hidden={wide ? layout.collapsed.includes('brief') : shown !== 'instructions' && shown !== 'tasks'}
    >
      {wide && (
        <div className={panel.head}>
          <div className={panel.grow}>
            <PanelTabs
              label={t('brief')}
              tabs={parts.map((value) => ({ value, label: t(value), panelId: panelIds[value] }))}
              value={layout.brief}
              onChange={(brief) => change((before) => ({ ...before, brief }))}
            />
          </div>
          <CollapseButton name="brief" label={t('brief')} />
        </div>
      )}
      {parts.map((part) => (
        <div
          key={part}
          id={panelIds[part]}
          className={styles.scroll}
          role="tabpanel"
          aria-labelledby={tabId(panelIds[part])}
          // It scrolls, so the keyboard has to reach it.
          tabIndex={0}
          hidden={shown !== part}
        >
          {part === 'tasks' ? (
            <TaskPanel view={view} client={client} />
          ) : (
            <div className={styles.prose}>
              <Markdown>{localized(view.instructions)}</Markdown>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

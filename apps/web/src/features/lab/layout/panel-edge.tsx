import { IconButton } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useLayout } from './layout-context.tsx';
import { resizePanel, sizeBounds, togglePanel, type PanelName } from './layout-state.ts';
import styles from './panel.module.css';
import { Separator } from './separator.tsx';

interface Props {
  readonly name: PanelName;
  /** The panel's own name, for the button that brings it back. */
  readonly label: string;
  readonly controls: string;
}

/** Where a panel ends on a wide screen: the line that resizes it or, collapsed, the strip that brings it back. */
export function PanelEdge({ name, label, controls }: Props) {
  const { t } = useTranslation('lab');
  const { layout, wide, change, measure } = useLayout();
  if (!wide) return null;
  const below = name === 'terminal';
  if (layout.collapsed.includes(name)) {
    return (
      <div className={below ? styles.stripBelow : styles.stripBeside}>
        <IconButton
          className={styles.tool}
          icon={below ? 'up' : 'right'}
          label={t('panel.show', { panel: label })}
          aria-expanded={false}
          aria-controls={controls}
          onClick={() => change((before) => togglePanel(before, name))}
        />
        <span className={styles.stripLabel} aria-hidden="true">
          {label}
        </span>
      </div>
    );
  }
  return (
    <Separator
      label={t(`resize.${name}`)}
      orientation={below ? 'horizontal' : 'vertical'}
      grows={below ? 'up' : 'right'}
      controls={controls}
      sizePx={layout.sizePx[name]}
      bounds={sizeBounds(name, layout, measure())}
      onResize={(px) => change((before) => resizePanel(before, name, px, measure()))}
      onToggle={() => change((before) => togglePanel(before, name))}
    />
  );
}

/** The button in a panel's head that collapses it. */
export function CollapseButton({ name, label }: Pick<Props, 'name' | 'label'>) {
  const { t } = useTranslation('lab');
  const { wide, change } = useLayout();
  if (!wide) return null;
  return (
    <IconButton
      className={styles.tool}
      icon={name === 'terminal' ? 'down' : 'left'}
      label={t('panel.hide', { panel: label })}
      onClick={() => change((before) => togglePanel(before, name))}
    />
  );
}

import type { ReactNode } from 'react';
import { panelIds, useLayout } from './layout-context.tsx';
import type { NarrowTab } from './layout-state.ts';
import { tabId } from './panel-tabs.tsx';

interface Props {
  readonly tab: NarrowTab;
  readonly label: string;
  readonly className?: string;
  /** By choice on a wide screen; a narrow one hides by its tabs. */
  readonly collapsed?: boolean;
  readonly style?: { readonly width?: number; readonly height?: number };
  readonly children: ReactNode;
}

/** A region of the workbench on a wide screen, the panel of a tab on a narrow one; hidden, it keeps its content. */
export function PanelSection({ tab, label, className, collapsed = false, style, children }: Props) {
  const { layout, wide } = useLayout();
  const id = panelIds[tab];
  const naming = wide
    ? ({ 'aria-label': label } as const)
    : ({ role: 'tabpanel', 'aria-labelledby': tabId(id) } as const);
  return (
    <section
      {...naming}
      id={id}
      className={className}
      style={wide ? style : undefined}
      data-region
      hidden={wide ? collapsed : layout.narrow !== tab}
    >
      {children}
    </section>
  );
}

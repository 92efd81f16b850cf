import { createContext, use, type RefObject } from 'react';
import { useStore, type Store } from '../../../lib/store.ts';
import type { Layout, NarrowTab, Room } from './layout-state.ts';

export interface LayoutScope {
  readonly store: Store<Layout>;
  /** Columns; else one panel at a time. */
  readonly wide: boolean;
  /** What the panels share among them. */
  readonly room: RefObject<HTMLDivElement | null>;
}

export const LayoutContext = createContext<LayoutScope | null>(null);

export function useLayout() {
  const scope = use(LayoutContext);
  if (!scope) throw new Error('a panel outside of LayoutContext');
  const layout = useStore(scope.store);
  return {
    layout,
    wide: scope.wide,
    change: (next: (layout: Layout) => Layout) => scope.store.update(next),
    measure: (): Room => {
      const rect = scope.room.current?.getBoundingClientRect();
      return { widthPx: rect?.width ?? window.innerWidth, heightPx: rect?.height ?? window.innerHeight };
    },
  };
}

/** Element ids of what the tabs of a narrow screen show. */
export const panelIds: Readonly<Record<NarrowTab, string>> = {
  instructions: 'lab-instructions',
  tasks: 'lab-tasks',
  files: 'lab-files',
  editor: 'lab-editor',
  terminal: 'lab-terminal',
};

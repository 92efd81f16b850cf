import { Store } from '../../../lib/store.ts';

/** A panel that can be resized and collapsed. */
export type PanelName = 'brief' | 'tree' | 'terminal';
export const narrowTabs = ['instructions', 'tasks', 'files', 'editor', 'terminal'] as const;
/** What a narrow screen shows: one thing at a time. */
export type NarrowTab = (typeof narrowTabs)[number];

export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Layout {
  /** CSS pixels: width of brief and tree, height of the terminal. */
  readonly sizePx: Readonly<Record<PanelName, number>>;
  readonly collapsed: readonly PanelName[];
  readonly brief: 'instructions' | 'tasks';
  readonly narrow: NarrowTab;
}

/** A third of the window for the instructions, and as much as a terminal of ten lines needs. */
export const defaultLayout = ({ widthPx, heightPx }: Room): Layout => ({
  sizePx: {
    brief: Math.round(Math.min(Math.max(widthPx * 0.32, 300), 480)),
    tree: widthPx < 1200 ? 170 : 210,
    terminal: Math.round(Math.min(Math.max(heightPx * 0.3, 160), 300)),
  },
  collapsed: [],
  brief: 'instructions',
  narrow: 'instructions',
});

const least: Record<PanelName, number> = { brief: 260, tree: 130, terminal: 96 };
/** What the editor keeps, whatever the panels around it take. */
const EDITOR_PX = 280;

/** The bounds of a panel's size in a workbench of this size, in CSS pixels. */
export function sizeBounds(
  panel: PanelName,
  layout: Layout,
  { widthPx, heightPx }: Room,
): readonly [number, number] {
  const beside = (other: PanelName) => (layout.collapsed.includes(other) ? 0 : layout.sizePx[other]);
  const room = {
    brief: widthPx - beside('tree') - EDITOR_PX,
    tree: widthPx - beside('brief') - EDITOR_PX,
    terminal: heightPx - 140,
  }[panel];
  return [least[panel], Math.max(least[panel], room)];
}

export function resizePanel(layout: Layout, panel: PanelName, px: number, room: Room): Layout {
  const [lower, upper] = sizeBounds(panel, layout, room);
  const size = Math.round(Math.min(Math.max(px, lower), upper));
  return {
    ...layout,
    sizePx: { ...layout.sizePx, [panel]: size },
    collapsed: layout.collapsed.filter((name) => name !== panel),
  };
}

export const togglePanel = (layout: Layout, panel: PanelName): Layout => ({
  ...layout,
  collapsed: layout.collapsed.includes(panel)
    ? layout.collapsed.filter((name) => name !== panel)
    : [...layout.collapsed, panel],
});

const KEY = 'ennead.lab.layout';

function read(): Layout {
  const fresh = defaultLayout({ widthPx: window.innerWidth, heightPx: window.innerHeight });
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Layout>;
    return { ...fresh, ...stored, sizePx: { ...fresh.sizePx, ...stored.sizePx } };
  } catch {
    return fresh;
  }
}

/** The layout of this browser, for every lab. */
export function createLayoutStore(): Store<Layout> {
  const store = new Store(read());
  store.subscribe(() => localStorage.setItem(KEY, JSON.stringify(store.get())));
  return store;
}

import type { LabServerMessage, LabTreeFile } from '@ennead/contracts';
import { LabRefusal, nextRequestId, type Requests } from '../connection/requests.ts';
import { Store } from '../../../lib/store.ts';
import { Autosave } from './autosave.ts';
import type { Drafts } from './drafts.ts';
import { changeFile, isUnsaved, openDraft, openFile, type FileEvent, type OpenFile } from './open-file.ts';
import type { Tabs } from './tabs.ts';

export interface FilesState {
  /** Null until the machine has told. */
  readonly tree: readonly LabTreeFile[] | null;
  readonly open: readonly OpenFile[];
  readonly active: string | null;
  /** Server time of the last acknowledged save. */
  readonly savedAt: string | null;
}

const savable = ({ phase }: OpenFile) => phase === 'dirty' || phase === 'failed' || phase === 'gone';

/** The files of the workspace as the browser knows them; the machine has the last word on every one. */
export class FileStore {
  readonly state = new Store<FilesState>({ tree: null, open: [], active: null, savedAt: null });
  private readonly autosave = new Autosave((path) => void this.save(path));
  private readonly requests: Requests;
  private readonly drafts: Drafts;
  private readonly tabs: Tabs;

  constructor(requests: Requests, drafts: Drafts, tabs: Tabs) {
    this.requests = requests;
    this.drafts = drafts;
    this.tabs = tabs;
  }

  file(path: string): OpenFile | undefined {
    return this.state.get().open.find((file) => file.path === path);
  }

  handle(message: LabServerMessage): void {
    if (message.type === 'tree') this.meetTree(message.files);
    if (message.type === 'file.saved' || message.type === 'file.done')
      this.state.update((state) => ({ ...state, savedAt: message.savedAt }));
  }

  /** Everything that waited for the connection goes out. */
  online(): void {
    for (const { path, phase } of this.state.get().open) {
      if (phase === 'loading') void this.read(path);
      else if (phase === 'dirty' || phase === 'failed') void this.save(path);
    }
  }

  /** What a machine that was not there yet had to refuse is asked again. */
  machineReady(): void {
    for (const { path, phase, error } of this.state.get().open) {
      if (error !== 'LAB_MACHINE_UNAVAILABLE') continue;
      if (phase === 'unreadable') void this.read(path);
      else void this.save(path);
    }
  }

  offline(): void {
    for (const { path } of this.state.get().open) this.apply(path, { type: 'disconnected' });
  }

  open(path: string): void {
    if (!this.file(path)) {
      this.state.update((state) => ({ ...state, open: [...state.open, openFile(path)] }));
      void this.read(path);
    }
    this.activate(path);
  }

  activate(path: string | null): void {
    this.state.update((state) => ({ ...state, active: path }));
    this.rememberTabs();
  }

  /** Closes the tab; what was unsaved is given up. */
  close(path: string): void {
    this.autosave.cancel(path);
    this.drafts.remove(path);
    this.state.update((state) => {
      const at = state.open.findIndex((file) => file.path === path);
      const open = state.open.filter((file) => file.path !== path);
      const active =
        state.active === path ? (open[Math.min(at, open.length - 1)]?.path ?? null) : state.active;
      return { ...state, open, active };
    });
    this.rememberTabs();
  }

  edit(path: string, text: string): void {
    this.apply(path, { type: 'edited', text });
    if (this.file(path)?.phase === 'dirty') this.autosave.touch(path);
  }

  /** Sends the file now if it has anything to send; resolves when the answer is here. */
  async save(path: string): Promise<void> {
    this.autosave.cancel(path);
    const file = this.file(path);
    if (!file || !savable(file)) return;
    const requestId = nextRequestId();
    this.apply(path, { type: 'sent', requestId });
    const { text: content, baseSha256 } = file;
    try {
      const answer = await this.requests.ask({ type: 'file.save', path, content, baseSha256 }, requestId);
      if (answer.type === 'file.saved') this.apply(path, { type: 'saved', requestId, sha256: answer.sha256 });
      if (answer.type === 'file.conflict')
        this.apply(path, {
          type: 'conflicted',
          requestId,
          content: answer.content,
          sha256: answer.currentSha256,
        });
      if (this.file(path)?.phase === 'dirty') this.autosave.touch(path);
    } catch (error) {
      if (error instanceof LabRefusal) this.apply(path, { type: 'refused', requestId, code: error.code });
      else this.apply(path, { type: 'disconnected' });
    }
  }

  /** Saves all that can be saved. @returns whether nothing is left unsaved */
  async saveAll(): Promise<boolean> {
    await Promise.all(
      this.state
        .get()
        .open.filter((file) => file.phase !== 'gone')
        .map(({ path }) => this.save(path)),
    );
    return !this.state.get().open.some(isUnsaved);
  }

  keepMine(path: string): Promise<void> {
    this.apply(path, { type: 'keepMine' });
    return this.save(path);
  }

  takeTheirs(path: string): void {
    if (this.file(path)?.conflict?.content === null) this.close(path);
    else this.apply(path, { type: 'takeTheirs' });
  }

  /** @throws LabRefusal, Disconnected */
  async create(path: string): Promise<void> {
    await this.requests.ask({ type: 'file.create', path });
    this.open(path);
  }

  /** Moves a file, or a folder with all it holds. @throws LabRefusal, Disconnected */
  async rename(path: string, newPath: string): Promise<void> {
    const moving = this.openBelow(path);
    await Promise.all(moving.map((file) => this.save(file.path)));
    await this.requests.ask({ type: 'file.rename', path, newPath });
    const { active } = this.state.get();
    for (const file of moving) {
      this.close(file.path);
      this.open(newPath + file.path.slice(path.length));
    }
    if (active !== null && !moving.some((file) => file.path === active)) this.activate(active);
  }

  /** Deletes a file, or a folder with all it holds. @throws LabRefusal, Disconnected */
  async remove(path: string): Promise<void> {
    await this.requests.ask({ type: 'file.delete', path });
    this.openBelow(path).forEach((file) => this.close(file.path));
  }

  /** On the first tree: the tabs of the last visit, else those that the lab names, and every draft. */
  restore(openFirst: readonly string[]): void {
    const { tree } = this.state.get();
    const known = new Set(tree?.map(({ path }) => path));
    const { open, active } = this.tabs.read() ?? { open: openFirst, active: openFirst[0] ?? null };
    for (const [path, { text, baseSha256 }] of this.drafts.all()) {
      this.state.update((state) => ({ ...state, open: [...state.open, openDraft(path, text, baseSha256)] }));
      void this.save(path);
    }
    open.filter((path) => known.has(path)).forEach((path) => this.open(path));
    const shown = this.state.get().open;
    this.activate(shown.some(({ path }) => path === active) ? active : (shown[0]?.path ?? null));
  }

  /** The lab is over: nothing here is needed any more. */
  forget(): void {
    this.drafts.clear();
    this.tabs.clear();
  }

  stop(): void {
    this.autosave.cancelAll();
  }

  private async read(path: string): Promise<void> {
    try {
      const answer = await this.requests.ask({ type: 'file.read', path });
      if (answer.type !== 'file.content') return;
      this.apply(path, { type: 'loaded', text: answer.content, sha256: answer.sha256 });
    } catch (error) {
      if (error instanceof LabRefusal) this.apply(path, { type: 'unreadable', code: error.code });
    }
  }

  private meetTree(tree: readonly LabTreeFile[]): void {
    this.state.update((state) => ({ ...state, tree }));
    const hashes = new Map(tree.map(({ path, sha256 }) => [path, sha256]));
    for (const { path, phase, baseSha256 } of this.state.get().open) {
      if (!hashes.has(path)) this.apply(path, { type: 'vanished' });
      else if (phase === 'gone' || (phase === 'clean' && hashes.get(path) !== baseSha256))
        void this.read(path);
    }
  }

  private apply(path: string, event: FileEvent): void {
    const before = this.file(path);
    if (!before) return;
    const after = changeFile(before, event);
    if (after === before) return;
    this.state.update((state) => ({
      ...state,
      open: state.open.map((file) => (file === before ? after : file)),
    }));
    if (isUnsaved(after)) this.drafts.put(path, { text: after.text, baseSha256: after.baseSha256 });
    else if (isUnsaved(before)) this.drafts.remove(path);
  }

  private openBelow(place: string): OpenFile[] {
    return this.state.get().open.filter(({ path }) => path === place || path.startsWith(`${place}/`));
  }

  private rememberTabs(): void {
    const { open, active } = this.state.get();
    this.tabs.write({ open: open.map(({ path }) => path), active });
  }
}

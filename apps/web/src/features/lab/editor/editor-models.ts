import type { FileStore } from '../files/file-store.ts';
import type { OpenFile } from '../files/open-file.ts';
import { languageOf } from './language-of.ts';
import type { MonacoApi } from './load-monaco.ts';

type Editor = ReturnType<MonacoApi['editor']['create']>;
type Model = ReturnType<MonacoApi['editor']['createModel']>;
type ViewState = ReturnType<Editor['saveViewState']>;

interface Entry {
  readonly model: Model;
  revision: number;
  viewState: ViewState;
}

/** One Monaco model an open file, kept in step with the store in both directions. */
export class EditorModels {
  private readonly entries = new Map<string, Entry>();
  private shown: string | null = null;
  private following = false;
  private readonly monaco: MonacoApi;
  private readonly editor: Editor;
  private readonly files: FileStore;

  constructor(monaco: MonacoApi, editor: Editor, files: FileStore) {
    this.monaco = monaco;
    this.editor = editor;
    this.files = files;
  }

  follow(open: readonly OpenFile[], active: string | null): void {
    this.following = true;
    for (const file of open) this.take(file);
    this.show(active !== null && this.entries.has(active) ? active : null);
    for (const [path, { model }] of this.entries) {
      if (open.some((file) => file.path === path)) continue;
      model.dispose();
      this.entries.delete(path);
    }
    this.following = false;
  }

  dispose(): void {
    this.editor.setModel(null);
    for (const { model } of this.entries.values()) model.dispose();
    this.entries.clear();
  }

  private take(file: OpenFile): void {
    if (file.phase === 'loading' || file.phase === 'unreadable') return;
    const known = this.entries.get(file.path);
    if (!known) {
      const model = this.monaco.editor.createModel(file.text, languageOf(file.path));
      model.onDidChangeContent(() => {
        if (!this.following) this.files.edit(file.path, model.getValue());
      });
      this.entries.set(file.path, { model, revision: file.revision, viewState: null });
      return;
    }
    if (known.revision === file.revision) return;
    known.revision = file.revision;
    if (known.model.getValue() === file.text) return;
    // An edit rather than setValue, so that undo brings back what stood there before.
    const range = known.model.getFullModelRange();
    known.model.pushEditOperations([], [{ range, text: file.text }], () => null);
  }

  private show(path: string | null): void {
    if (path === this.shown) return;
    const before = this.shown === null ? undefined : this.entries.get(this.shown);
    if (before) before.viewState = this.editor.saveViewState();
    const entry = path === null ? undefined : this.entries.get(path);
    this.shown = path;
    this.editor.setModel(entry?.model ?? null);
    if (entry?.viewState) this.editor.restoreViewState(entry.viewState);
  }
}

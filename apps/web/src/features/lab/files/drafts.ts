export interface Draft {
  readonly text: string;
  readonly baseSha256: string | null;
}

/** Unsaved texts in this browser, so that neither a lost connection nor a closed window loses them. */
export class Drafts {
  private readonly prefix: string;
  private readonly storage: Storage;

  constructor(labSessionId: string, storage: Storage = localStorage) {
    this.prefix = `ennead.lab.${labSessionId}.draft.`;
    this.storage = storage;
  }

  all(): ReadonlyMap<string, Draft> {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '');
    const own = keys.filter((key) => key.startsWith(this.prefix));
    return new Map(own.flatMap((key) => this.read(key)));
  }

  put(path: string, draft: Draft): void {
    try {
      this.storage.setItem(this.prefix + path, JSON.stringify(draft));
    } catch {
      // The browser's store is full or closed: the text is still in the editor, and the page says that it is unsaved.
    }
  }

  remove(path: string): void {
    this.storage.removeItem(this.prefix + path);
  }

  clear(): void {
    for (const path of this.all().keys()) this.remove(path);
  }

  private read(key: string): [string, Draft][] {
    try {
      return [[key.slice(this.prefix.length), JSON.parse(this.storage.getItem(key) ?? '') as Draft]];
    } catch {
      return [];
    }
  }
}

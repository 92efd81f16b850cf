export interface OpenTabs {
  readonly open: readonly string[];
  readonly active: string | null;
}

/** Which files were open, per lab session. */
export class Tabs {
  private readonly key: string;
  private readonly storage: Storage;

  constructor(labSessionId: string, storage: Storage = localStorage) {
    this.key = `ennead.lab.${labSessionId}.tabs`;
    this.storage = storage;
  }

  read(): OpenTabs | null {
    try {
      return JSON.parse(this.storage.getItem(this.key) ?? 'null') as OpenTabs | null;
    } catch {
      return null;
    }
  }

  write(tabs: OpenTabs): void {
    this.storage.setItem(this.key, JSON.stringify(tabs));
  }

  clear(): void {
    this.storage.removeItem(this.key);
  }
}

export interface OpenTabs {
  readonly open: readonly string[];
  readonly active: string | null;
}

/** Which files were open, per lab session. */
export class Tabs {
  private readonly key: string;

  constructor(labSessionId: string) {
    this.key = `ennead.lab.${labSessionId}.tabs`;
  }

  read(): OpenTabs | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') as OpenTabs | null;
    } catch {
      return null;
    }
  }

  write(tabs: OpenTabs): void {
    localStorage.setItem(this.key, JSON.stringify(tabs));
  }

  clear(): void {
    localStorage.removeItem(this.key);
  }
}

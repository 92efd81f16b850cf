import { LRUCache } from 'lru-cache';

/** What was read, and how many bytes it was read from. */
export interface Weighed<T> {
  readonly value: T;
  readonly sizeBytes: number;
}

/** Values by key, the least recently used forgotten first, bounded by bytes; each is read once at a time. */
export class BodyCache {
  private readonly kept: LRUCache<string, Weighed<object>>;
  private readonly reading = new Map<string, Promise<Weighed<object>>>();

  constructor(maxBytes: number) {
    this.kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ sizeBytes }) => sizeBytes });
  }

  /** Never more than the bound. */
  get sizeBytes(): number {
    return this.kept.calculatedSize;
  }

  /** What is kept, else what `read` gives; a failure is not kept. */
  async get<T extends object>(key: string, read: () => Promise<Weighed<T>>): Promise<T> {
    const known = this.kept.get(key) ?? (await (this.reading.get(key) ?? this.read(key, read)));
    return known.value as T;
  }

  private read(key: string, read: () => Promise<Weighed<object>>): Promise<Weighed<object>> {
    const reading = read()
      .then((entry) => {
        this.kept.set(key, entry);
        return entry;
      })
      .finally(() => this.reading.delete(key));
    this.reading.set(key, reading);
    return reading;
  }
}

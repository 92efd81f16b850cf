import type { DataSource } from 'typeorm';

const noteEveryMs = 5_000;

type Noted = { readonly at: number; readonly failed: boolean };

/** Writes down how duties go, for whoever looks after them: every few seconds, and a failure at once. */
export class DutyNotes {
  private readonly noted = new Map<string, Noted>();
  private readonly busy = new Set<string>();

  /** @param worker who does them: host and process */
  constructor(
    private readonly db: DataSource,
    private readonly worker: string,
  ) {}

  async ran(name: string, done: number): Promise<void> {
    if (done > 0) this.busy.add(name);
    const last = this.noted.get(name);
    if (last && !last.failed && performance.now() - last.at < noteEveryMs) return;
    await this.write(name, this.busy.has(name), null);
    this.busy.delete(name);
  }

  failed(name: string, fault: unknown): Promise<void> {
    return this.write(name, false, fault instanceof Error ? fault.message : String(fault));
  }

  private async write(name: string, did: boolean, fault: string | null): Promise<void> {
    this.noted.set(name, { at: performance.now(), failed: fault !== null });
    await this.db.query(
      `INSERT INTO duty (name, worker, ran_at, did_at, failures, fault)
       VALUES ($1, $2, clock(), CASE WHEN $3 THEN clock() END, CASE WHEN $4::text IS NULL THEN 0 ELSE 1 END,
         $4)
       ON CONFLICT (name) DO UPDATE SET worker = excluded.worker, ran_at = excluded.ran_at,
         did_at = coalesce(excluded.did_at, duty.did_at),
         failures = CASE WHEN excluded.failures = 0 THEN 0 ELSE duty.failures + 1 END,
         fault = coalesce(excluded.fault, duty.fault)`,
      [name, this.worker, did, fault],
    );
  }
}

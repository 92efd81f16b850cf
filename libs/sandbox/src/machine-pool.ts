import type { Engine } from './engine.ts';
import type { MachineLimits } from './limits.ts';
import type { Machine } from './machine.ts';
import type { Slots } from './slots.ts';

export type PoolOptions = {
  readonly image: string;
  readonly limits: MachineLimits;
  /** How many started machines are kept ready. */
  readonly size: number;
  /** Bounds how many machines are being started at once, over all pools. */
  readonly starting: Slots;
  /** Done to every machine before it counts as ready. */
  readonly prepare?: (machine: Machine) => Promise<void>;
  readonly log?: (message: string) => void;
};

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/**
 * Machines of one image, started beforehand and used once. A claim takes the oldest ready one, or waits for one that
 * is made for it; the pool fills up again by itself, more slowly while the engine fails.
 */
export class MachinePool {
  private readonly ready: Machine[] = [];
  private readonly filling = new Set<Promise<void>>();
  private pauseMs = firstPauseMs;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly engine: Engine,
    private readonly options: PoolOptions,
  ) {}

  /** How many machines are ready now. */
  get warm(): number {
    return this.ready.length;
  }

  /** Starts machines until the pool is full; returns at once. */
  fill(): void {
    if (this.closed || this.timer) return;
    while (this.ready.length + this.filling.size < this.options.size) {
      const adding = this.addOne().finally(() => this.filling.delete(adding));
      this.filling.add(adding);
    }
  }

  /** A machine that is the caller's alone, to be destroyed after use. @throws SandboxFault of a failed start. */
  async claim(): Promise<Machine> {
    const machine = this.ready.shift() ?? (await this.make());
    this.fill();
    return machine;
  }

  /** Destroys the machines that are ready or being made so; those claimed are their claimants'. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await Promise.all(this.filling);
    await Promise.allSettled(this.ready.splice(0).map((machine) => machine.destroy()));
  }

  private async addOne(): Promise<void> {
    try {
      const machine = await this.make();
      if (this.closed) return await machine.destroy();
      this.keep(machine);
      this.pauseMs = firstPauseMs;
    } catch (error) {
      this.options.log?.(`no machine could be made ready: ${(error as Error).message}`);
      this.fillLater();
    }
  }

  private keep(machine: Machine): void {
    this.ready.push(machine);
    void machine.ended.then(() => {
      const index = this.ready.indexOf(machine);
      if (index < 0) return;
      this.ready.splice(index, 1);
      machine.destroy().catch(() => undefined);
      this.fillLater();
    });
  }

  private fillLater(): void {
    if (this.closed || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.fill();
    }, this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
  }

  private make(): Promise<Machine> {
    return this.options.starting.use(async () => {
      const machine = await this.engine.start(this.options.image, this.options.limits);
      try {
        await this.options.prepare?.(machine);
        return machine;
      } catch (error) {
        await machine.destroy().catch(() => undefined);
        throw error;
      }
    });
  }
}

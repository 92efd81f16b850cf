/** After the last key. */
const PAUSE_MS = 800;
/** However long somebody types without a pause. */
const LONGEST_MS = 4_000;

/** Runs a save per path a short pause after the last change, and at the latest a few seconds after the first. */
export class Autosave {
  private readonly timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  private readonly run: (path: string) => void;

  constructor(run: (path: string) => void) {
    this.run = run;
  }

  touch(path: string): void {
    const earlier = this.timers.get(path);
    if (earlier) clearTimeout(earlier.timer);
    const since = earlier?.since ?? performance.now();
    const wait = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - performance.now()));
    const timer = setTimeout(() => {
      this.timers.delete(path);
      this.run(path);
    }, wait);
    this.timers.set(path, { timer, since });
  }

  cancel(path: string): void {
    clearTimeout(this.timers.get(path)?.timer);
    this.timers.delete(path);
  }

  cancelAll(): void {
    for (const path of [...this.timers.keys()]) this.cancel(path);
  }
}

import { endEverything, type Steps } from '@ennead/provision';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What was started, in order, and how each part is ended: in reverse, once, whether the end was asked for or not. */
export class Lifecycle {
  private readonly parts: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  private ending: Promise<void> | undefined;

  constructor(private readonly steps: Steps) {}

  started(name: string, stop: () => Promise<void>): void {
    this.parts.push({ name, stop });
  }

  /** Ends in order and leaves with code 0 on Ctrl-C, TERM, a closed terminal, or when whoever started this is gone. */
  endOnSignals(): void {
    const leave = () => {
      if (this.ending) return;
      this.steps.interrupt();
      this.steps.say('Stopping …');
      void this.end().then(() => {
        this.steps.say('Stopped.');
        process.exit(0);
      });
    };
    for (const signal of SIGNALS) process.on(signal, leave);
    process.on('disconnect', leave);
  }

  /** True once the end has begun: what fails then fails because of it. */
  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** Ends all that was started. Never rejects; a second call waits for the first. */
  end(): Promise<void> {
    this.ending ??= this.endParts();
    return this.ending;
  }

  private async endParts(): Promise<void> {
    for (const { name, stop } of this.parts.reverse()) {
      await stop().catch((error: Error) => this.steps.say(`${name} did not end well: ${error.message}`));
    }
    await endEverything();
  }
}

/**
 * Runs a command to its end: a fault is printed without a stack, everything started is ended, and the process leaves
 * with the code that `work` resolves to.
 */
export async function runCommand(
  steps: Steps,
  work: (lifecycle: Lifecycle) => Promise<number>,
): Promise<never> {
  const lifecycle = new Lifecycle(steps);
  lifecycle.endOnSignals();
  try {
    const code = await work(lifecycle);
    await lifecycle.end();
    process.exit(code);
  } catch (error) {
    if (lifecycle.isEnding) return new Promise<never>(() => {});
    steps.say(`\n${(error as Error).message}`);
    await lifecycle.end();
    process.exit(1);
  }
}

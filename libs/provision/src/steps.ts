import type { Note } from './service.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const NAME_COLUMNS = 18;
const PLAIN_NOTE_EVERY_MS = 5_000;

export interface StepResult {
  readonly mark: 'done' | 'without';
  readonly text: string;
}

export interface StepOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Shows a sequence of steps, each with what it is doing and, when over, how long it took: one line that lives
 * on a terminal, plain lines elsewhere.
 */
export class Steps {
  private readonly live: boolean;
  private readonly color: boolean;
  private interrupted = false;
  private endProgress: () => void = () => {};

  constructor(private readonly out: StepOutput) {
    this.live = out.isTTY === true && process.env['TERM'] !== 'dumb';
    this.color = this.live && !process.env['NO_COLOR'];
  }

  /**
   * Runs one step. `work` gets a function for progress and returns its value with the text of the finished line.
   * A rejection is shown as failed and passed on.
   */
  async run<T>(name: string, work: (note: Note) => Promise<{ value: T } & StepResult>): Promise<T> {
    const startedAt = Date.now();
    const progress = this.live ? this.spin(name, startedAt) : this.plain(name);
    this.endProgress = progress.end;
    try {
      const { value, mark, text } = await work(progress.note);
      progress.end();
      this.line(mark === 'done' ? '✓' : '–', mark === 'done' ? 32 : 33, name, text, Date.now() - startedAt);
      return value;
    } catch (error) {
      progress.end();
      if (!this.interrupted) this.line('✗', 31, name, 'failed', Date.now() - startedAt);
      throw error;
    }
  }

  /** Prints a line of its own, above the step that is under way. */
  say(text = ''): void {
    this.out.write(`${this.live ? '\r\x1b[2K' : ''}${text}\n`);
  }

  /** Lets go of the terminal's line amid a step, because the program stops. */
  interrupt(): void {
    this.interrupted = true;
    this.endProgress();
  }

  private line(mark: string, color: number, name: string, text: string, tookMs: number): void {
    const painted = this.color ? `\x1b[${color}m${mark}\x1b[0m` : mark;
    this.say(`${painted} ${name.padEnd(NAME_COLUMNS)} ${text}  ${this.dim(formatDuration(tookMs))}`);
  }

  private dim(text: string): string {
    return this.color ? `\x1b[2m${text}\x1b[0m` : text;
  }

  private spin(name: string, startedAt: number): { note: Note; end(): void } {
    let text = '';
    let frame = 0;
    const draw = () => {
      const line = `${FRAMES[frame++ % FRAMES.length]} ${name.padEnd(NAME_COLUMNS)} ${text}  ${formatDuration(Date.now() - startedAt)}`;
      this.out.write(`\r\x1b[2K${line.slice(0, (this.out.columns ?? 80) - 1)}`);
    };
    const timer = setInterval(draw, 100);
    draw();
    return {
      note: (next) => {
        text = next;
      },
      end: () => {
        clearInterval(timer);
        this.out.write('\r\x1b[2K');
      },
    };
  }

  private plain(name: string): { note: Note; end(): void } {
    let lastAt = Date.now();
    return {
      note: (text) => {
        if (Date.now() - lastAt < PLAIN_NOTE_EVERY_MS) return;
        lastAt = Date.now();
        this.say(`  ${name.padEnd(NAME_COLUMNS)} ${text}`);
      },
      end: () => {},
    };
  }
}

/** Milliseconds as a person reads them: `0.4 s`, `12.0 s`, `2 min 05 s`. */
export function formatDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

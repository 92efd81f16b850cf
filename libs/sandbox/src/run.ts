import type { AgentCalls } from './agent-calls.ts';
import { Killed, Nothing, Reply } from './agent-messages.ts';
import { SandboxFault } from './sandbox-fault.ts';

/**
 * - `line`: the next line of standard output, without its newline.
 * - `exit`: the process ended without one. `too-long`: more than 1 MiB without a newline. `timeout`: none in time.
 */
export type RunReply =
  | { readonly kind: 'line'; readonly line: Buffer }
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: number | null }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'timeout' };

/** A command in a machine that is spoken with line by line. Its output is read only while a line is asked for. */
export class Run {
  private finished = false;

  constructor(
    private readonly name: string,
    private readonly calls: AgentCalls,
  ) {}

  /** Sends one line (without newline) and waits at most `timeoutMs` for the next line of output. */
  async exchange(line: Uint8Array, timeoutMs: number): Promise<RunReply> {
    const started = performance.now();
    const data = Buffer.concat([line, Buffer.from('\n')]).toString('base64');
    await this.calls.call('run.input', { run: this.name, data }, Nothing);
    return this.nextLine(Math.max(1, timeoutMs - (performance.now() - started)));
  }

  private async nextLine(timeoutMs: number): Promise<RunReply> {
    try {
      const reply = await this.calls.call('run.next', { run: this.name }, Reply, timeoutMs);
      if ('line' in reply) return { kind: 'line', line: reply.line };
      if (reply.end === 'too-long') return { kind: 'too-long' };
      return { kind: 'exit', code: reply.code, signal: reply.signal };
    } catch (error) {
      if (error instanceof SandboxFault && error.code === 'AGENT_SILENT') return { kind: 'timeout' };
      throw error;
    }
  }

  /** Kills the command and all of its session; returns the tail of its standard error (8 KiB). */
  async finish(): Promise<Buffer> {
    if (this.finished) return Buffer.alloc(0);
    this.finished = true;
    return (await this.calls.call('run.kill', { run: this.name }, Killed)).errors;
  }
}

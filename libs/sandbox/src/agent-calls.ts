import type { z } from 'zod';
import type { AgentMessage } from './agent-messages.ts';
import { faultOfAgent, SandboxFault } from './sandbox-fault.ts';

/** How a machine ended. `detached`: it may live, but its stream is gone. */
export type MachineEnd = {
  readonly reason: 'exited' | 'detached' | 'destroyed';
  readonly oomKilled: boolean;
  readonly exitCode: number | null;
};

const usualTimeoutMs = 15_000;

export type AgentEvent = Extract<AgentMessage, { event: string }>;
type Waiting = { readonly settle: (message: AgentMessage | SandboxFault) => void };

/** The sending half of a machine's stream, as far as calls need it. */
export type Line = { send(message: object): void; sendNewline(): void; close(): void };

/** Questions to an agent and their answers, by number. */
export class AgentCalls {
  onEvent: (event: AgentEvent) => void = () => undefined;
  readonly ended: Promise<MachineEnd>;
  private resolveEnded!: (end: MachineEnd) => void;
  private readonly waiting = new Map<number, Waiting>();
  private numbers = 0;
  private open = true;

  constructor(private readonly line: Line) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
  }

  get isOpen(): boolean {
    return this.open;
  }

  resynchronise(): void {
    this.line.sendNewline();
  }

  take(message: AgentMessage): void {
    if ('event' in message) return this.onEvent(message);
    this.waiting.get(message.id)?.settle(message);
  }

  /** @throws SandboxFault: the agent's refusal, MACHINE_LOST, AGENT_SILENT, or AGENT_FAULT for an odd answer. */
  async call<S extends z.ZodType>(
    op: string,
    parameters: object,
    schema: S,
    timeoutMs: number = usualTimeoutMs,
  ): Promise<z.output<S>> {
    if (!this.open) throw new SandboxFault('MACHINE_LOST');
    const id = ++this.numbers;
    const answer = await new Promise<AgentMessage | SandboxFault>((settle) => {
      const timer = setTimeout(
        () => settle(new SandboxFault('AGENT_SILENT', `no answer to ${op}`)),
        timeoutMs,
      );
      this.waiting.set(id, {
        settle: (message) => {
          clearTimeout(timer);
          settle(message);
        },
      });
      this.line.send({ ...parameters, id, op });
    }).finally(() => this.waiting.delete(id));
    if (answer instanceof SandboxFault) throw answer;
    if ('fault' in answer) throw faultOfAgent(answer.fault);
    const parsed = schema.safeParse('ok' in answer ? answer.ok : undefined);
    if (!parsed.success)
      throw new SandboxFault('AGENT_FAULT', `an odd answer to ${op}`, { cause: parsed.error });
    return parsed.data;
  }

  /** Refuses what is waiting and everything later. The first end counts. */
  end(end: MachineEnd): void {
    if (!this.open) return;
    this.open = false;
    this.line.close();
    for (const { settle } of [...this.waiting.values()]) settle(new SandboxFault('MACHINE_LOST'));
    this.resolveEnded(end);
  }
}

import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { AgentCalls, MachineEnd } from './agent-calls.ts';
import { Digest, Greeting, Nothing, Opened, Piece, Scan, Written } from './agent-messages.ts';
import { Run } from './run.ts';
import { SandboxFault } from './sandbox-fault.ts';

/** Bytes of a file in one message. */
const pieceBytes = 1024 * 1024;
const greetingTimeoutMs = 10_000;

export type TerminalHandlers = {
  /** Raw output. Pay for it (`payTerminal`) once it is passed on, or the terminal stops. */
  readonly output: (terminal: string, data: Buffer) => void;
  /** All that is shown, asked for by `showTerminal`: output before it is part of it, output after it follows. */
  readonly screen: (terminal: string, data: Buffer) => void;
  readonly closed: (terminal: string) => void;
};

export type WriteOptions = {
  /** Left out: as the present file has it. */
  readonly executable?: boolean;
  /** Digest that the present file must have, null for "there must be none"; left out: whatever it is. */
  readonly expect?: string | null;
};

/** What a machine needs of the engine that made it. */
export type MachineHost = {
  readonly removeContainer: (id: string) => Promise<void>;
};

/**
 * A started container and the conversation with its agent. All operations are refused with `MACHINE_LOST` once it has
 * ended, with `AGENT_SILENT` when the agent does not answer in time, and with a file's own fault where that applies.
 * Nothing the agent says is more than data.
 */
export class Machine {
  private terminals: TerminalHandlers | undefined;
  private runs = 0;
  private uploads = 0;

  constructor(
    readonly id: string,
    private readonly host: MachineHost,
    private readonly calls: AgentCalls,
  ) {
    calls.onEvent = (event) => {
      if (event.event === 'terminal.output') this.terminals?.output(event.terminal, event.data);
      else if (event.event === 'terminal.screen') this.terminals?.screen(event.terminal, event.data);
      else this.terminals?.closed(event.terminal);
    };
  }

  /** Resolves when the machine has ended, for whatever reason; never rejects. */
  get ended(): Promise<MachineEnd> {
    return this.calls.ended;
  }

  get isAlive(): boolean {
    return this.calls.isOpen;
  }

  /** Waits for the agent and drops what it said to a host before this one. Returns the terminals that are open. */
  async greet(): Promise<readonly string[]> {
    const nonce = randomBytes(12).toString('hex');
    this.calls.resynchronise();
    const greeting = await this.calls.call('hello', { nonce }, Greeting, greetingTimeoutMs);
    if (greeting.nonce !== nonce)
      throw new SandboxFault('AGENT_FAULT', 'the agent answered another greeting');
    return greeting.terminals;
  }

  /** Writes a file in one step that others see whole or not at all; makes the directories above it. */
  async writeFile(path: string, content: Uint8Array, options: WriteOptions = {}): Promise<void> {
    const upload = `u${++this.uploads}`;
    for (let start = 0; ; start += pieceBytes) {
      const piece = content.subarray(start, start + pieceBytes);
      const last = start + pieceBytes >= content.length;
      await this.ask('write', { upload, path, data: base64(piece), last, ...(last ? options : {}) }, Written);
      if (last) return;
    }
  }

  /**
   * The bytes of a regular file, all from one moment.
   *
   * @throws SandboxFault TOO_LARGE past `maxBytes`; CHANGED when it is being written again and again.
   */
  async readFile(path: string, maxBytes: number): Promise<Buffer> {
    for (let tries = 0; tries < 4; tries++) {
      const content = await this.readOnce(path, maxBytes);
      if (content) return content;
    }
    throw new SandboxFault('CHANGED', 'the file changes while it is read');
  }

  private async readOnce(path: string, maxBytes: number): Promise<Buffer | undefined> {
    const first = await this.ask('read', { path }, Piece);
    if (first.sizeBytes > maxBytes) throw new SandboxFault('TOO_LARGE');
    const pieces = [first.data];
    let length = first.data.length;
    while (length < first.sizeBytes) {
      const piece = await this.ask('read', { path, offset: length }, Piece);
      if (piece.stamp !== first.stamp || piece.data.length === 0) return undefined;
      pieces.push(piece.data);
      length += piece.data.length;
    }
    if (pieces.length > 1) {
      const again = await this.ask('read', { path, offset: length }, Piece);
      if (again.stamp !== first.stamp) return undefined;
    }
    return length === first.sizeBytes ? Buffer.concat(pieces) : undefined;
  }

  /** SHA-256 of a file in hex, null when there is none. */
  async digest(path: string): Promise<string | null> {
    return (await this.ask('digest', { path }, Digest)).sha256;
  }

  /** Removes a file, a link, or a directory with all it holds. */
  async remove(path: string): Promise<void> {
    await this.ask('remove', { path }, Nothing);
  }

  /** Moves a file or directory; never onto something that is there. */
  async rename(path: string, newPath: string): Promise<void> {
    await this.ask('rename', { path, newPath }, Nothing);
  }

  /** The tree, or only its mark when that is still `mark`. `fresh` digests every file anew. */
  scan(options: { mark?: string; maxFiles: number; maxFileBytes: number; fresh?: boolean }): Promise<Scan> {
    const { mark, maxFiles, maxFileBytes, fresh } = options;
    return this.ask('scan', { mark, maxFiles, maxFileBytes, fresh }, Scan, 30_000);
  }

  /** Kills everything in the machine but its agent; terminals close. */
  async still(): Promise<void> {
    await this.ask('still', {}, Nothing);
  }

  handleTerminals(handlers: TerminalHandlers | undefined): void {
    this.terminals = handlers;
  }

  /** Opens a shell, or sets the size of one that is open. True when it is a new one. */
  async openTerminal(terminal: string, cols: number, rows: number): Promise<boolean> {
    return (await this.ask('terminal.open', { terminal, cols, rows }, Opened)).fresh;
  }

  /** Has the `screen` handler called with what was shown last (256 KiB at most); what was unpaid counts as paid. */
  async showTerminal(terminal: string): Promise<void> {
    await this.ask('terminal.screen', { terminal }, Nothing);
  }

  async typeInTerminal(terminal: string, text: string): Promise<void> {
    await this.ask('terminal.input', { terminal, data: base64(Buffer.from(text, 'utf8')) }, Nothing);
  }

  async resizeTerminal(terminal: string, cols: number, rows: number): Promise<void> {
    await this.ask('terminal.resize', { terminal, cols, rows }, Nothing);
  }

  async payTerminal(terminal: string, bytes: number): Promise<void> {
    await this.ask('terminal.pay', { terminal, bytes }, Nothing);
  }

  async closeTerminal(terminal: string): Promise<void> {
    await this.ask('terminal.close', { terminal }, Nothing);
  }

  /** Starts a command in the workspace. `alone`: at its end every process of the machine is killed. */
  async startRun(argv: readonly string[], options: { alone: boolean }): Promise<Run> {
    const run = `r${++this.runs}`;
    await this.ask('run.start', { run, argv, alone: options.alone }, Nothing);
    return new Run(run, this.calls);
  }

  /** Removes the container; succeeds when it is gone already. */
  async destroy(): Promise<void> {
    this.calls.end({ reason: 'destroyed', oomKilled: false, exitCode: null });
    await this.host.removeContainer(this.id);
  }

  private ask<S extends z.ZodType>(
    op: string,
    parameters: object,
    schema: S,
    timeoutMs?: number,
  ): Promise<z.output<S>> {
    return this.calls.call(op, parameters, schema, timeoutMs);
  }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

import { StringDecoder } from 'node:string_decoder';
import { type Machine, SandboxFault } from '@ennead/sandbox';
import type { Connection } from './connection.ts';

type Size = { readonly cols: number; readonly rows: number };

/**
 * Terminals of a machine at a browser. Output is paid for when it has left for the browser, so a browser that is slow
 * or gone stops the program that prints, and nothing piles up here.
 */
export class TerminalRelay {
  private machine: Machine | undefined;
  private connection: Connection | undefined;
  private readonly sizes = new Map<string, Size>();
  private decoders = new Map<string, StringDecoder>();

  /** Connects a browser; it must open each terminal it wants to see. */
  useConnection(connection: Connection | undefined): void {
    this.connection = connection;
    this.decoders = new Map();
  }

  /** Connects a machine and opens in it what the browser had open. */
  async useMachine(machine: Machine | undefined): Promise<void> {
    this.machine?.handleTerminals(undefined);
    this.machine = machine;
    this.decoders = new Map();
    machine?.handleTerminals({
      output: (terminal, data) => this.passOn(machine, terminal, data),
      screen: (terminal, data) => this.showAnew(terminal, data),
      closed: (terminal) => this.noteClosed(terminal),
    });
    if (!machine || !this.connection) return;
    for (const [terminal, { cols, rows }] of this.sizes) await this.show(terminal, cols, rows);
  }

  async open(terminal: string, cols: number, rows: number): Promise<void> {
    this.sizes.set(terminal, { cols, rows });
    if (this.machine) await this.show(terminal, cols, rows);
  }

  async type(terminal: string, text: string): Promise<void> {
    await this.machine?.typeInTerminal(terminal, text);
  }

  async resize(terminal: string, cols: number, rows: number): Promise<void> {
    this.sizes.set(terminal, { cols, rows });
    await this.machine?.resizeTerminal(terminal, cols, rows);
  }

  async close(terminal: string): Promise<void> {
    await this.machine?.closeTerminal(terminal);
    this.noteClosed(terminal);
  }

  private async show(terminal: string, cols: number, rows: number): Promise<void> {
    const { machine } = this;
    if (!machine || !this.connection) return;
    // Until the screen has come, output is part of it.
    this.decoders.delete(terminal);
    await machine.openTerminal(terminal, cols, rows);
    await machine.showTerminal(terminal);
  }

  private showAnew(terminal: string, data: Buffer): void {
    const decoder = new StringDecoder('utf8');
    this.decoders.set(terminal, decoder);
    this.connection?.send({ type: 'terminal.screen', terminal, data: decoder.write(data) });
  }

  private passOn(machine: Machine, terminal: string, data: Buffer): void {
    const decoder = this.decoders.get(terminal);
    if (!decoder || !this.connection) return;
    const text = decoder.write(data);
    this.connection.send({ type: 'terminal.output', terminal, data: text }, () => {
      machine.payTerminal(terminal, data.length).catch((error: unknown) => {
        if (!(error instanceof SandboxFault)) throw error;
      });
    });
  }

  private noteClosed(terminal: string): void {
    this.sizes.delete(terminal);
    this.decoders.delete(terminal);
    this.connection?.send({ type: 'terminal.closed', terminal });
  }
}

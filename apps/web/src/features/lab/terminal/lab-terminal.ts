import { maxTerminalInput, type LabServerMessage } from '@ennead/contracts';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import type { LabConnection } from '../connection/lab-connection.ts';
import { Store } from '../../../lib/store.ts';
import { terminalTheme } from './terminal-theme.ts';

const ID = 't1';

/** `waiting`: for connection or machine. `closed`: its shell has ended. */
export type TerminalState = 'waiting' | 'open' | 'closed';

/** The candidate's shell: xterm.js at this end of the socket, a TTY in the machine at the other. */
export class LabTerminal {
  readonly state = new Store<TerminalState>('waiting');
  private readonly xterm: Terminal;
  private readonly fit = new FitAddon();
  private readonly observer: ResizeObserver;
  private readonly stop: (() => void)[];
  private readonly connection: LabConnection;
  /** While an old screen is drawn again, what the emulator answers to it must not reach the shell. */
  private redrawing = 0;

  constructor(host: HTMLElement, connection: LabConnection, onCopied: () => void) {
    this.connection = connection;
    this.xterm = new Terminal({
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      fontSize: 14,
      lineHeight: 1.2,
      cursorBlink: false,
      scrollback: 5_000,
      minimumContrastRatio: 4.5,
      screenReaderMode: true,
      theme: terminalTheme(),
    });
    this.xterm.loadAddon(this.fit);
    this.xterm.open(host);
    this.xterm.attachCustomKeyEventHandler((event) => this.letThrough(event, onCopied));
    this.xterm.onData((text) => this.type(text));
    this.xterm.onResize(({ cols, rows }) => this.send({ type: 'terminal.resize', terminal: ID, cols, rows }));
    this.observer = new ResizeObserver(() => this.refit());
    this.observer.observe(host);
    this.stop = [
      connection.onMessage((message) => this.handle(message)),
      connection.state.subscribe(() => this.followLink()),
    ];
    this.refit();
    this.followLink();
  }

  /** Opens the shell, or shows the open one again as it was. */
  open(): void {
    const { cols, rows } = this.xterm;
    this.send({ type: 'terminal.open', terminal: ID, cols, rows });
  }

  recolour(): void {
    this.xterm.options.theme = terminalTheme();
  }

  label(text: string): void {
    this.xterm.textarea?.setAttribute('aria-label', text);
  }

  focus(): void {
    this.xterm.focus();
  }

  dispose(): void {
    this.observer.disconnect();
    this.stop.forEach((stop) => stop());
    this.xterm.dispose();
  }

  private handle(message: LabServerMessage): void {
    switch (message.type) {
      case 'machine':
        // A machine that comes opens by itself what was open; its screen follows.
        if (message.state !== 'ready' && message.state !== 'restored') this.state.set('waiting');
        break;
      case 'terminal.screen':
        this.redraw(message.data);
        break;
      case 'terminal.output':
        this.xterm.write(message.data);
        break;
      case 'terminal.closed':
        this.state.set('closed');
        break;
    }
  }

  private redraw(data: string): void {
    this.redrawing += 1;
    this.xterm.reset();
    this.xterm.write(data, () => {
      this.redrawing -= 1;
    });
    this.state.set('open');
  }

  private followLink(): void {
    if (this.connection.state.get() === 'online') this.open();
    else this.state.update((state) => (state === 'closed' ? state : 'waiting'));
  }

  private type(text: string): void {
    if (this.redrawing > 0 || this.state.get() !== 'open') return;
    for (let at = 0; at < text.length; at += maxTerminalInput)
      this.send({ type: 'terminal.input', terminal: ID, text: text.slice(at, at + maxTerminalInput) });
  }

  private send(message: Parameters<LabConnection['send']>[0]): void {
    this.connection.send(message);
  }

  private refit(): void {
    const { element } = this.xterm;
    // A collapsed panel has no size to fit to.
    if (element && element.clientWidth > 0 && element.clientHeight > 0) this.fit.fit();
  }

  /** Copy and paste as terminals have them; everything else goes to the shell. */
  private letThrough(event: KeyboardEvent, onCopied: () => void): boolean {
    if (event.type !== 'keydown' || !event.ctrlKey || event.altKey) return true;
    const key = event.key.toLowerCase();
    if (key === 'c' && (event.shiftKey || this.xterm.hasSelection())) {
      event.preventDefault();
      void navigator.clipboard.writeText(this.xterm.getSelection()).then(onCopied, () => undefined);
      this.xterm.clearSelection();
      return false;
    }
    // Left to the browser, which pastes; xterm would send a control character.
    return !(key === 'v' && (event.shiftKey || navigator.platform.startsWith('Win')));
  }
}

import { LabSocketClose, type LabClientMessage, type LabServerMessage } from '@ennead/contracts';
import { Store } from '../../../lib/store.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';

/** `taken-over`, `ended` and `refused` are final until `connect` is called again. */
export type LinkState = 'connecting' | 'online' | 'reconnecting' | 'taken-over' | 'ended' | 'refused';

const finalStates: Readonly<Record<number, LinkState>> = {
  [LabSocketClose.takenOver]: 'taken-over',
  [LabSocketClose.ended]: 'ended',
  [LabSocketClose.refused]: 'refused',
};

const PING_MS = 10_000;
/** Without a word from the server for this long the connection counts as dead, whatever the browser believes. */
const SILENCE_MS = 25_000;
/** The same after the browser said that the network is gone: it may be wrong, so the server is asked. */
const DOUBT_MS = 3_000;

/** The lab's WebSocket, kept up: it reconnects by itself, and says so. */
export class LabConnection {
  readonly state = new Store<LinkState>('connecting');
  private socket: WebSocket | null = null;
  private attempts = 0;
  private doubt: ReturnType<typeof setTimeout> | undefined;
  private heardAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<(message: LabServerMessage) => void>();
  private readonly url: string;
  private readonly open: (url: string) => WebSocket;

  constructor(url: string, open: (url: string) => WebSocket = (address) => new WebSocket(address)) {
    this.url = url;
    this.open = open;
  }

  onMessage(listener: (message: LabServerMessage) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Sends now or not at all: what must not be lost is kept by whoever sends it, and sent again when online. */
  send(message: LabClientMessage): boolean {
    if (this.state.get() !== 'online') return false;
    this.socket?.send(JSON.stringify(message));
    return true;
  }

  /** Connects at once, also after a final state and in the middle of waiting. */
  readonly connect = (): void => {
    if (this.state.get() === 'online') return;
    clearTimeout(this.retry);
    this.forget();
    this.state.set(this.attempts === 0 ? 'connecting' : 'reconnecting');
    const socket = this.open(this.url);
    this.socket = socket;
    this.heardAt = performance.now();
    socket.onopen = () => {
      this.attempts = 0;
      this.state.set('online');
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.heardAt = performance.now();
      const message = JSON.parse(data) as LabServerMessage;
      this.listeners.forEach((listener) => listener(message));
    };
    socket.onclose = ({ code }) => this.onClose(code);
    this.heartbeat = setInterval(() => this.beat(), PING_MS);
  };

  /** The network is back or somebody looks again: no reason to wait out the delay. */
  readonly wake = (): void => {
    if (this.state.get() === 'reconnecting' && this.socket === null) this.connect();
  };

  /** The network seems to be gone: asks the server, and gives the connection up when nothing comes back. */
  readonly doubtLink = (): void => {
    clearTimeout(this.doubt);
    const askedAt = performance.now();
    if (!this.send({ type: 'ping' })) return;
    this.doubt = setTimeout(() => this.heardAt < askedAt && this.onClose(1006), DOUBT_MS);
  };

  /** Hangs up; `connect` begins anew. */
  stop(): void {
    clearTimeout(this.retry);
    this.forget();
    this.attempts = 0;
    this.state.set('connecting');
  }

  private beat(): void {
    if (performance.now() - this.heardAt > SILENCE_MS) return this.onClose(1006);
    this.send({ type: 'ping' });
  }

  private onClose(code: number): void {
    this.forget();
    const final = finalStates[code];
    if (final) return this.state.set(final);
    this.attempts += 1;
    this.state.set('reconnecting');
    this.retry = setTimeout(this.connect, reconnectDelayMs(this.attempts, Math.random()));
  }

  private forget(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.doubt);
    if (!this.socket) return;
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }
}

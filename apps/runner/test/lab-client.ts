import { LabServerMessage, type LabClientMessage } from '@ennead/contracts';
import { WebSocket } from 'ws';

type Type = LabServerMessage['type'];
type Of<T extends Type> = Extract<LabServerMessage, { type: T }>;

/** Longer than anything here takes, shorter than what a spec may: so that a wait in vain says what it waited for. */
const patienceMs = 20_000;

/** A browser's half of the lab socket: every message is checked against the contract. */
export class LabClient {
  readonly received: LabServerMessage[] = [];
  readonly closed: Promise<number>;
  private screen = '';
  private waiting: (() => void)[] = [];

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('message', (data) => this.take(LabServerMessage.parse(JSON.parse(String(data)))));
  }

  /** To the lab host itself. */
  static connect(port: number, sessionId: string, token: string): Promise<LabClient> {
    return LabClient.open(`ws://127.0.0.1:${port}/sessions/${sessionId}/socket`, {
      authorization: `Bearer ${token}`,
    });
  }

  /** @throws Error where the address lets nobody in, or not with these headers */
  static async open(address: string, headers: Record<string, string>): Promise<LabClient> {
    const socket = new WebSocket(address, { headers });
    const client = new LabClient(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return client;
  }

  send(message: LabClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  /** The first message of this type, past or to come, that fits. @throws Error with what came instead */
  async next<T extends Type>(type: T, fits: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
    const index = await this.once(
      () => this.received.findIndex((message) => message.type === type && fits(message as Of<T>)),
      (found) => found >= 0,
      () => `No ${type} that fits ${fits.toString()} among ${JSON.stringify(this.received)}`,
    );
    return this.received.splice(index, 1)[0] as Of<T>;
  }

  /** What terminal t1 shows, once that contains the text. @throws Error with what it shows instead */
  shown(text: string): Promise<string> {
    return this.once(
      () => this.screen,
      (screen) => screen.includes(text),
      () => `Not on the screen: ${JSON.stringify(text)}, but: ${JSON.stringify(this.screen.slice(-2_000))}`,
    );
  }

  type(text: string): void {
    this.send({ type: 'terminal.input', terminal: 't1', text });
  }

  openTerminal(): void {
    this.send({ type: 'terminal.open', terminal: 't1', cols: 80, rows: 24 });
  }

  save(path: string, content: string, baseSha256: string | null): void {
    this.send({ type: 'file.save', requestId: path, path, content, baseSha256 });
  }

  async read(path: string): Promise<Of<'file.content'>> {
    this.send({ type: 'file.read', requestId: `read ${path}`, path });
    return this.next('file.content', (message) => message.path === path);
  }

  /** Reads what the file is, then saves over it. */
  async write(path: string, content: string): Promise<Of<'file.saved'>> {
    const { sha256 } = await this.read(path);
    this.save(path, content, sha256);
    return this.next('file.saved', (message) => message.path === path);
  }

  close(): void {
    this.socket.close();
  }

  /** Looks now and after every message. */
  private async once<T>(look: () => T, isIt: (seen: T) => boolean, inVain: () => string): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (let seen = look(); ; seen = look()) {
      if (isIt(seen)) return seen;
      if (Date.now() >= deadline) throw new Error(inVain());
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private take(message: LabServerMessage): void {
    this.received.push(message);
    if (message.type === 'terminal.screen') this.screen = message.data;
    if (message.type === 'terminal.output') this.screen += message.data;
    for (const wake of this.waiting.splice(0)) wake();
  }
}

import { LabClientMessage, type LabServerMessage, type LabSocketErrorCode } from '@ennead/contracts';
import type { WebSocket } from 'ws';
import type { Connection } from '../lab-sessions/connection.ts';

const messagesPerSecond = 200;
const burst = 400;
const mostPending = 64;

/**
 * This end of a candidate's WebSocket: parses what comes in and slows down who sends too much, by not reading on.
 * Terminal messages are dealt with in their order; the rest one after the other beside them, so that typing never
 * waits for a file.
 */
export class CandidateSocket implements Connection {
  private tokens = burst;
  private refilledAt = performance.now();
  private pending = 0;
  private others: Promise<void> = Promise.resolve();
  private paused = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly handle: (message: LabClientMessage) => Promise<void>,
  ) {
    socket.on('message', (data: Buffer, isBinary) => this.take(data, isBinary));
  }

  send(message: LabServerMessage, sent?: () => void): void {
    this.socket.send(JSON.stringify(message), () => sent?.());
  }

  sendError(code: LabSocketErrorCode, requestId?: string): void {
    this.send({ type: 'error', code, ...(requestId === undefined ? {} : { requestId }) });
  }

  close(code: number): void {
    this.socket.close(code);
  }

  private take(data: Buffer, isBinary: boolean): void {
    this.refill();
    this.tokens--;
    const message = isBinary ? undefined : parse(data);
    if (!message) return this.sendError('LAB_MESSAGE_INVALID');
    this.pending++;
    const done = () => {
      this.pending--;
      this.goOn();
    };
    if (message.type.startsWith('terminal.')) void this.handle(message).finally(done);
    else this.others = this.others.then(() => this.handle(message)).finally(done);
    this.goOn();
  }

  private refill(): void {
    const now = performance.now();
    this.tokens = Math.min(burst, this.tokens + ((now - this.refilledAt) / 1000) * messagesPerSecond);
    this.refilledAt = now;
  }

  private goOn(): void {
    if (this.tokens < 0 || this.pending > mostPending) {
      if (this.paused) return;
      this.paused = true;
      this.socket.pause();
      const waitMs = Math.max(50, (-this.tokens / messagesPerSecond) * 1000);
      setTimeout(() => {
        this.refill();
        this.paused = false;
        this.goOn();
      }, waitMs).unref();
      return;
    }
    if (!this.paused && this.socket.isPaused) this.socket.resume();
  }
}

const parse = (data: Buffer): LabClientMessage | undefined => {
  try {
    return LabClientMessage.safeParse(JSON.parse(data.toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

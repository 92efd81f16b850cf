import type { Duplex } from 'node:stream';
import { AgentMessage, maxLineBytes } from './agent-messages.ts';

const headerBytes = 8;
const standardOutput = 1;

export type AgentStreamHandlers = {
  readonly message: (message: AgentMessage) => void;
  /** What the agent wrote to its standard error: faults of its own, for the operator's log. */
  readonly complaint: (text: string) => void;
  readonly end: (cause: Error | undefined) => void;
};

/**
 * The attach stream of a container without a TTY: Docker's frames (stream, 3 zero bytes, length as 32 bits big
 * endian, payload) of which standard output carries lines of JSON. A line that is none is passed over, since
 * attaching to a running machine can begin in the middle of one; a line past the limit ends the stream.
 */
export class AgentStream {
  private frames: Buffer = Buffer.alloc(0);
  private line: Buffer[] = [];
  private lineBytes = 0;
  private ended = false;

  constructor(
    private readonly stream: Duplex,
    private readonly handlers: AgentStreamHandlers,
  ) {
    stream.on('data', (chunk: Buffer) => this.takeChunk(chunk));
    stream.on('error', (error: Error) => this.close(error));
    stream.on('end', () => this.close());
    stream.on('close', () => this.close());
  }

  send(message: object): void {
    if (!this.ended) this.stream.write(`${JSON.stringify(message)}\n`);
  }

  /** Ends a line that a host before this one may have left half said. */
  sendNewline(): void {
    if (!this.ended) this.stream.write('\n');
  }

  close(cause?: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.stream.destroy();
    this.handlers.end(cause);
  }

  private takeChunk(chunk: Buffer): void {
    let rest = this.frames.length === 0 ? chunk : Buffer.concat([this.frames, chunk]);
    while (rest.length >= headerBytes) {
      const end = headerBytes + rest.readUInt32BE(4);
      if (end > headerBytes + maxLineBytes) return this.close(new Error('a frame past the limit'));
      if (rest.length < end) break;
      this.takePayload(rest[0], rest.subarray(headerBytes, end));
      rest = rest.subarray(end);
    }
    this.frames = rest;
  }

  private takePayload(stream: number | undefined, payload: Buffer): void {
    if (stream !== standardOutput) return this.handlers.complaint(payload.toString('utf8', 0, 4096));
    let start = 0;
    for (let end = payload.indexOf(10); end >= 0; end = payload.indexOf(10, start)) {
      this.line.push(payload.subarray(start, end));
      this.takeLine();
      start = end + 1;
    }
    const rest = payload.subarray(start);
    this.lineBytes += rest.length;
    if (this.lineBytes > maxLineBytes) return this.close(new Error('a line past the limit'));
    if (rest.length > 0) this.line.push(rest);
  }

  private takeLine(): void {
    const text = Buffer.concat(this.line).toString('utf8');
    this.line = [];
    this.lineBytes = 0;
    const message = parseMessage(text);
    if (message && !this.ended) this.handlers.message(message);
  }
}

const parseMessage = (text: string): AgentMessage | undefined => {
  try {
    return AgentMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server, and what each waits for. A server ends when its last connection does, and one over which
 * nobody asks anything would keep it: Node itself closes only those that have been answered before.
 */
export class Connections {
  private readonly answering = new Map<Socket, number>();
  private ending = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.answering.set(socket, 0);
      socket.once('close', () => this.answering.delete(socket));
      if (this.ending) socket.destroy();
    });
    server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.count(socket, 1);
      response.once('close', () => {
        this.count(socket, -1);
        if (this.ending) this.endIdle();
      });
    });
  }

  /** Ends those that wait for no answer, the others when they have it, and whatever is left after a while. */
  end(withinMs: number): void {
    this.ending = true;
    this.endIdle();
    setTimeout(() => this.answering.forEach((_, socket) => socket.destroy()), withinMs).unref();
  }

  private count(socket: Socket, change: number): void {
    const before = this.answering.get(socket);
    if (before !== undefined) this.answering.set(socket, before + change);
  }

  private endIdle(): void {
    for (const [socket, answers] of this.answering) if (answers === 0) socket.destroySoon();
  }
}

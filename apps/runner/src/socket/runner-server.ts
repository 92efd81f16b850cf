import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Id, LabSocketClose, maxLabMessageBytes } from '@ennead/contracts';
import { RunnerHealth } from '@ennead/contracts/internal';
import { inRequest, requestId, requestIdHeader, requestIdOf } from '@ennead/telemetry';
import { DataSource } from 'typeorm';
import { type WebSocket, WebSocketServer } from 'ws';
import { LabFleet } from '../labs/lab-fleet.ts';
import type { LiveLabSession } from '../lab-sessions/live-lab-session.ts';
import { LiveLabSessions } from '../lab-sessions/live-lab-sessions.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { answerMessage, errorCodeOf } from './answer-message.ts';
import { Checking } from './checking.ts';
import { CandidateSocket } from './candidate-socket.ts';

const place = /^\/sessions\/([^/?]+)\/socket$/;
const heartbeatMs = 20_000;
const farewellMs = 500;

/** Where the API reaches this host: its health, and one WebSocket a lab session. Who may use which one the API knows. */
@Injectable()
export class RunnerServer {
  private readonly logger = new Logger('Socket');
  private readonly server: Server;
  private closed: Promise<void> = Promise.resolve();
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxLabMessageBytes,
    perMessageDeflate: false,
  });
  private readonly checking = new WeakMap<LiveLabSession, Checking>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @InjectDataSource() private readonly db: DataSource,
    private readonly live: LiveLabSessions,
    private readonly fleet: LabFleet,
  ) {
    this.server = createServer((request, response) => this.answer(request, response));
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      inRequest(requestIdOf(request.headers[requestIdHeader]), () =>
        this.upgrade(request, socket, head).catch((fault: Error) => {
          this.logger.error(fault.message);
          refuse(socket, '500 Internal Server Error');
        }),
      );
    });
  }

  /** Listens on the host and port of RUNNER_URL (port 0: any). Returns the port. */
  async listen(): Promise<number> {
    const { hostname, port } = new URL(this.settings.RUNNER_URL);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(Number(port || 80), hostname.replace(/^\[|\]$/g, ''), resolve);
    });
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Takes nobody in any more. */
  stopListening(): void {
    this.closed = new Promise((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
  }

  /** Ends the connections that are left: browsers have been told, and those that do not listen are cut off. */
  async close(): Promise<void> {
    for (const socket of this.sockets.clients) {
      socket.close(LabSocketClose.restarting);
      setTimeout(() => socket.terminate(), farewellMs).unref();
    }
    await this.closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method !== 'GET') return void answer(404, {});
    if (request.url === '/health/live') return void answer(200, { status: 'ok' });
    if (request.url !== '/health/ready') return void answer(404, {});
    const health = RunnerHealth.parse({ ...this.fleet.health(), liveSessions: this.live.count });
    // Labs that are being prepared can be begun all the same.
    const labs = health.status === 'unavailable' ? 503 : 200;
    this.db.query('SELECT 1').then(
      () => answer(labs, health),
      () => answer(503, { ...health, status: 'unavailable', reason: 'The database does not answer.' }),
    );
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!this.isAuthorised(request)) return refuse(socket, '401 Unauthorized');
    const id = Id.safeParse(place.exec(request.url ?? '')?.[1]);
    const session = id.success ? await this.live.open(id.data) : undefined;
    if (!session) return refuse(socket, '404 Not Found');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.welcome(session, webSocket));
  }

  private welcome(session: LiveLabSession, socket: WebSocket): void {
    const checking = this.checking.get(session) ?? new Checking(session, this.db);
    this.checking.set(session, checking);
    const name = requestIdOf(requestId());
    const connection: CandidateSocket = new CandidateSocket(socket, (message) =>
      // A message comes by the socket, which knows nothing of the request that opened it.
      inRequest(name, () =>
        answerMessage(message, session, checking, connection).catch((error: unknown) => {
          const code = errorCodeOf(error);
          if (!code) this.logger.error(error instanceof Error ? error.stack : String(error));
          const shown = message.type.startsWith('terminal.') ? 'LAB_TERMINAL_UNAVAILABLE' : code;
          connection.sendError(
            shown ?? 'LAB_MACHINE_UNAVAILABLE',
            'requestId' in message ? message.requestId : undefined,
          );
        }),
      ),
    );
    keepAlive(socket);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      session.detach(connection);
      this.live.forgetIdle(session.id);
    });
    session.attach(connection);
    checking.last().then(
      (message) => message && connection.send(message),
      (fault: Error) => this.logger.warn(fault.message),
    );
  }

  private isAuthorised({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${this.settings.RUNNER_TOKEN}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Ends a connection whose other end is gone without a word. */
const keepAlive = (socket: WebSocket): void => {
  let heard = true;
  socket.on('pong', () => (heard = true));
  const timer = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    socket.ping();
  }, heartbeatMs);
  socket.on('close', () => clearInterval(timer));
};

import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { requestId, requestIdHeader, requestIdOf } from '@ennead/telemetry';

/** What the runner needs to know of the browser's handshake; cookies stay here. */
const forwarded = ['sec-websocket-key', 'sec-websocket-version', 'sec-websocket-extensions'] as const;

/**
 * Hands a WebSocket over to another server as bytes, so that back-pressure reaches from end to end and no frame is
 * parsed twice. Resolves once both ends are joined.
 *
 * @throws Error when the other server refuses or cannot be reached
 */
export const tunnelUpgrade = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: URL,
  token: string,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers: Record<string, string> = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      authorization: `Bearer ${token}`,
      [requestIdHeader]: requestIdOf(requestId()),
    };
    for (const name of forwarded) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const outgoing = httpRequest(target, { headers, timeout: 10_000 });
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in 10 s')));
    outgoing.on('response', ({ statusCode }) => {
      outgoing.destroy();
      reject(new Error(`answered ${statusCode ?? 'nothing'}`));
    });
    outgoing.on('upgrade', (answer, runner, runnerHead) => {
      const lines = answer.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1] ?? ''}`] : [],
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      if (runnerHead.length > 0) socket.write(runnerHead);
      if (head.length > 0) runner.write(head);
      join(socket, runner);
      resolve();
    });
    outgoing.end();
  });

const join = (one: Duplex, other: Duplex): void => {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
};

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export type Health = { readonly isReady: () => Promise<boolean>; readonly inOffice: () => boolean };

/** Says on loopback how this worker is: alive, ready, and whether it is the one in office. */
export const serveHealth = async (address: string, { isReady, inOffice }: Health): Promise<Server> => {
  const { hostname, port } = new URL(address);
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/health/live') return answer(200, { status: 'ok' });
    if (request.url !== '/health/ready') return answer(404, {});
    return void isReady().then((ready) =>
      ready ? answer(200, { status: 'ok', inOffice: inOffice() }) : answer(503, { status: 'unavailable' }),
    );
  });
  server.listen(Number(port), hostname);
  await once(server, 'listening');
  return server;
};

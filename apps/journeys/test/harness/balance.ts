import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * Gives each connection to one of several servers in turn, and to the next where one does not take it, as a balancer
 * before them does.
 */
export const balance = async (
  port: number,
  servers: readonly number[],
): Promise<{ end(): Promise<void> }> => {
  let turn = 0;
  const open = new Set<Socket>();
  const join = (browser: Socket, [port, ...others]: readonly number[]): void => {
    if (port === undefined) return void browser.destroy();
    const server = connect(port, '127.0.0.1');
    let taken = false;
    server.once('connect', () => {
      taken = true;
      browser.pipe(server).pipe(browser);
    });
    server.on('error', () => (taken ? browser.destroy() : join(browser, others)));
    server.on('close', () => taken && browser.destroy());
    browser.once('close', () => server.destroy());
  };
  const listener = createServer((browser) => {
    open.add(browser);
    browser.once('close', () => open.delete(browser));
    browser.on('error', () => browser.destroy());
    const first = turn++ % servers.length;
    join(browser, [...servers.slice(first), ...servers.slice(0, first)]);
  });
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return {
    end: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
};

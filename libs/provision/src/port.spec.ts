import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { freePort, listeningInodes, portHolder, portTakenMessage } from './port.ts';

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const LISTENING =
  '   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 1 0 100 0 0 10 0';
const CONNECTED =
  '   1: 0100007F:0BB8 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 31338 1 0 20 4 30 10 -1';
const ON_V6 =
  '   2: 00000000000000000000000001000000:0BB8 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31339 1 0 100 0 0 10 0';

describe('listeningInodes', () => {
  it.each([
    { name: 'a listener on IPv4', lines: [LISTENING], port: 3000, inodes: ['31337'] },
    { name: 'a listener on IPv6', lines: [ON_V6], port: 3000, inodes: ['31339'] },
    { name: 'no mere connection', lines: [CONNECTED], port: 3000, inodes: [] },
    { name: 'no other port', lines: [LISTENING, ON_V6], port: 3001, inodes: [] },
    { name: 'nothing in an empty table', lines: [], port: 3000, inodes: [] },
  ])('finds $name', ({ lines, port, inodes }) => {
    expect(listeningInodes([HEAD, ...lines, ''].join('\n'), port)).toEqual(inodes);
  });
});

describe('portHolder', () => {
  it('says nothing of a free port', async () => {
    expect(await portHolder(await freePort(), '127.0.0.1')).toBeUndefined();
  });

  it('names the process that listens', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const holder = await portHolder(port, '127.0.0.1');
    await new Promise((resolve) => server.close(resolve));
    expect(holder).toMatchObject({ pid: process.pid, name: expect.stringContaining('node') });
  });
});

describe('portTakenMessage', () => {
  it('says who has the port and what to do', () => {
    expect(portTakenMessage(3000, '127.0.0.1', { pid: 42, name: 'nginx' })).toBe(
      'Port 3000 on 127.0.0.1 is taken by "nginx" (process 42). End it, or choose another port: PORT=3001 npm start',
    );
  });
});

import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TCP_LISTEN = '0A';

export interface PortHolder {
  readonly pid?: number;
  readonly name?: string;
}

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Undefined where `host:port` can be listened on; otherwise who holds it, as far as this user may know. */
export async function portHolder(port: number, host: string): Promise<PortHolder | undefined> {
  const fault = await tryListen(port, host);
  if (!fault) return undefined;
  if (fault.code !== 'EADDRINUSE') throw new Error(`Cannot listen on ${host}:${port}: ${fault.message}`);
  return process.platform === 'linux' ? holderFromProc(port) : holderFromLsof(port);
}

function tryListen(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Inodes of the sockets that listen on `port`, from the text of /proc/net/tcp or tcp6. */
export function listeningInodes(table: string, port: number): string[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === TCP_LISTEN && parseInt(local?.split(':')[1] ?? '', 16) === port)
    .flatMap((fields) => fields[9] ?? []);
}

async function holderFromProc(port: number): Promise<PortHolder> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((f) => readFile(f, 'utf8').catch(() => '')),
  );
  const sockets = new Set(
    tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`),
  );
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const fds = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const fd of fds) {
      const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
      if (sockets.has(target)) return { pid: Number(pid), name: await processName(pid) };
    }
  }
  return {};
}

async function processName(pid: string): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const [program = '', ...args] = command.split('\0').filter(Boolean);
  const words = [path.basename(program), ...args].join(' ');
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

async function holderFromLsof(port: number): Promise<PortHolder> {
  const { stdout } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']).catch(() => ({
    stdout: '',
  }));
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  return { pid: pid ? Number(pid) : undefined, name: /^c(.+)$/m.exec(stdout)?.[1] };
}

/** One sentence that names who has the port and what to do. */
export function portTakenMessage(port: number, host: string, holder: PortHolder): string {
  const who = holder.pid
    ? `"${holder.name || 'unknown'}" (process ${holder.pid})`
    : 'a process of another user (run as root to see which)';
  return `Port ${port} on ${host} is taken by ${who}. End it, or choose another port: PORT=${port + 1} npm start`;
}

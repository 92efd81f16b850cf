import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts the time of a process in hundredths of a second. */
const tickMs = 10;

export type CpuTime = { readonly server: number; readonly database: number };

/** CPU time of one process so far, in ms; 0 once it is gone. */
const ofProcess = (pid: string): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold anything; user and system time are the 12th and 13th after it.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) * tickMs;
  } catch {
    return 0;
  }
};

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
};

/**
 * CPU time that a server and its database have taken so far, in ms, whenever it is asked. PostgreSQL names the database
 * of a connection in the command line of the process that serves it; what has ended keeps what it was last seen with.
 */
export const meterCpuTime = (serverPid: number, database: string): (() => CpuTime) => {
  const backends = new Map<string, number>();
  return () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      if (backends.has(pid) || commandOf(pid).includes(` ${database} `))
        backends.set(pid, Math.max(backends.get(pid) ?? 0, ofProcess(pid)));
    const sum = [...backends.values()].reduce((total, ms) => total + ms, 0);
    return { server: ofProcess(String(serverPid)), database: sum };
  };
};

import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { type ChildExit, openLog } from './child.ts';
import { assertOpen, enter } from './living.ts';
import { sendSignal } from './process-identity.ts';

const KEPT_CHARACTERS = 200_000;

export interface RunSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Unix ids to run as, where this process is root. */
  readonly uid?: number;
  readonly gid?: number;
  /** `show`: the person sees the program's own output and it may ask questions; `keep`: it is returned. */
  readonly output: 'show' | 'keep';
  /** What the program reads from its standard input, where its output is kept; nothing by default. */
  readonly input?: string;
  /** Where kept output is appended as well. */
  readonly logFile?: string;
}

export interface RunEnd extends ChildExit {
  readonly stdout: string;
  /** Standard output and errors as they came; the last 200,000 characters. */
  readonly output: string;
}

/** Runs a program until it ends by itself. Rejects only where this program is stopping already. */
export async function runToEnd(spec: RunSpec): Promise<RunEnd> {
  assertOpen();
  const keep = spec.output === 'keep';
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env ?? process.env,
    uid: spec.uid,
    gid: spec.gid,
    // A terminal's Ctrl-C reaches what the person sees; what runs behind a step is ended by us.
    detached: keep,
    stdio: keep ? ['pipe', 'pipe', 'pipe'] : 'inherit',
  });
  // A program that ends without reading its input is no fault here; its exit code tells.
  child.stdin?.on('error', () => {});
  child.stdin?.end(spec.input ?? '');
  const log = spec.logFile ? openLog(spec.logFile) : undefined;
  let stdout = '';
  let output = '';
  const take = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
    if (log !== undefined) writeSync(log, chunk);
  };
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout = (stdout + chunk.toString()).slice(-KEPT_CHARACTERS);
    take(chunk);
  });
  child.stderr?.on('data', take);

  const ended = new Promise<ChildExit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const leave = enter({
    stop: async () => {
      if (child.pid) sendSignal(child.pid, 'SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
  });
  const exit = await ended;
  leave();
  if (log !== undefined) closeSync(log);
  return { ...exit, stdout, output };
}

import { randomUUID } from 'node:crypto';
import { buildImage } from '../src/build-image.ts';
import { Engine } from '../src/engine.ts';
import type { MachineLimits } from '../src/limits.ts';
import type { Machine } from '../src/machine.ts';

/** Limits of a small lab. */
export const someLimits = (changes: Partial<MachineLimits> = {}): MachineLimits => ({
  memoryMb: 96,
  cpus: 1,
  pids: 48,
  workspaceMb: 8,
  workspaceFiles: 400,
  ...changes,
});

/** An engine of an installation of its own, the plainest lab image, and a way to be rid of all it made. */
export const anEngine = async () => {
  const engine = new Engine({ instance: `spec-${randomUUID()}` });
  const recipe = { path: 'Dockerfile', content: Buffer.from('FROM ennead/lab-base:1\n'), executable: false };
  const { tag: image } = await buildImage(engine, [recipe]);
  return {
    engine,
    image,
    start: (changes?: Partial<MachineLimits>): Promise<Machine> => engine.start(image, someLimits(changes)),
    stop: () => engine.sweep(new Set()),
  };
};

/** Runs a shell script in the workspace and returns what it printed, its last line being `done`. */
export const shell = async (machine: Machine, script: string, timeoutMs = 20_000): Promise<string> => {
  const run = await machine.startRun(['bash', '-c', `${script}\necho; echo done`], { alone: false });
  const lines: string[] = [];
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const reply = await run.exchange(Buffer.alloc(0), deadline - performance.now());
    if (reply.kind !== 'line') throw new Error(`the script gave no end: ${reply.kind}, ${lines.join('|')}`);
    const line = reply.line.toString();
    if (line === 'done') break;
    lines.push(line);
  }
  await run.finish();
  return lines.join('\n').trim();
};

/** Collects a terminal's output and waits for text in it. */
export const watch = (machine: Machine) => {
  let seen = '';
  let paying = true;
  let check: () => void = () => undefined;
  machine.handleTerminals({
    output: (terminal, data) => {
      seen += data.toString('utf8');
      if (paying) void machine.payTerminal(terminal, data.length).catch(() => undefined);
      check();
    },
    screen: (_, data) => {
      seen = data.toString('utf8');
      check();
    },
    closed: () => undefined,
  });
  return {
    get length() {
      return seen.length;
    },
    stopPaying: () => void (paying = false),
    until: (text: string): Promise<string> =>
      new Promise((resolve) => {
        check = () => {
          if (seen.includes(text)) resolve(seen);
        };
        check();
      }),
  };
};

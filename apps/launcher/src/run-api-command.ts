import path from 'node:path';
import { describeExit, programArgs, ROOT, runToEnd } from '@ennead/provision';

/**
 * Runs one of the server's commands to its end and returns what it printed. Its output is kept in `logs/<name>.log`.
 * @throws Error with the end of its output where it fails.
 */
export async function runApiCommand(
  name: string,
  env: NodeJS.ProcessEnv,
  dataDir: string,
  ...args: readonly string[]
): Promise<string> {
  const logFile = path.join(dataDir, 'logs', `${name}.log`);
  const end = await runToEnd({
    command: process.execPath,
    args: programArgs('api', name, ...args),
    env,
    cwd: ROOT,
    output: 'keep',
    logFile,
  });
  if (end.code === 0) return end.stdout;
  const said = end.output.trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`${name} failed (${describeExit(end)}):\n${said}`);
}

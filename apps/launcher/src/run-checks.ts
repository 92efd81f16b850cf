import { ROOT, runToEnd } from '@ennead/provision';
import { packageProgram } from './paths.ts';

/**
 * Types, lint, format, import rules and named packages, as the targets of `project.json`; Nx skips those whose inputs have not
 * changed since they last passed. Resolves with the exit code.
 */
export async function runChecks(args: readonly string[] = []): Promise<number> {
  const end = await runToEnd({
    command: packageProgram('nx'),
    args: [
      'run-many',
      '--targets=types,types-web,lint,format,imports,packages',
      '--parallel=2',
      '--outputStyle=static',
      ...args,
    ],
    cwd: ROOT,
    // Nx asks nobody outside: no cloud, no usage data, and no background process that outlives the command.
    env: {
      ...process.env,
      NX_NO_CLOUD: 'true',
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_INTERACTIVE: 'false',
      ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }),
    },
    output: 'show',
  });
  return end.code ?? 1;
}

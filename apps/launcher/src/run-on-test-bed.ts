import { programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from './lifecycle.ts';
import { provideTestBed } from './test-bed.ts';

/** Runs a program of ours beside real services that are there for it alone, with this command's words, to its end. */
export async function runOnTestBed(program: 'bench' | 'chaos'): Promise<never> {
  const steps = new Steps(process.stdout);
  return runCommand(steps, async (lifecycle) => {
    const testBed = await provideTestBed(steps, lifecycle, { onDisk: true });
    const end = await runToEnd({
      command: process.execPath,
      args: programArgs(program, 'main', ...process.argv.slice(2)),
      cwd: ROOT,
      env: { ...process.env, ...testBed },
      output: 'show',
    });
    return end.code ?? 1;
  });
}

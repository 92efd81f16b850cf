import { programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';
import { provideTestBed } from '../test-bed.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const testBed = await provideTestBed(steps, lifecycle);
  const end = await runToEnd({
    command: process.execPath,
    args: programArgs('bench', 'main', ...process.argv.slice(2)),
    cwd: ROOT,
    env: { ...process.env, ...testBed },
    output: 'show',
  });
  return end.code ?? 1;
});

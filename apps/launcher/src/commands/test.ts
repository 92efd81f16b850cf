import { provideChromium, ROOT, runToEnd, Steps } from '@ennead/provision';
import { buildWeb } from '../build-web.ts';
import { runCommand } from '../lifecycle.ts';
import { packageProgram } from '../paths.ts';
import { runChecks } from '../run-checks.ts';
import { provideTestBed } from '../test-bed.ts';

const steps = new Steps(process.stdout);
const jestArgs = process.argv.slice(2);

await runCommand(steps, async (lifecycle) => {
  // With arguments somebody wants certain specs; without any, everything that must hold.
  const checked = jestArgs.length > 0 ? 0 : await runChecks();
  if (checked !== 0) return checked;

  const testBed = await provideTestBed(steps, lifecycle, { onDisk: false });
  const chromium = await steps.run('Chromium', async (note) => {
    const value = await provideChromium(note);
    if (value.status === 'unavailable') throw new Error(value.reason);
    return { value, mark: 'done', text: value.path };
  });
  await buildWeb(steps);

  const end = await runToEnd({
    command: packageProgram('jest'),
    args: ['--config', 'jest.config.mjs', ...jestArgs],
    cwd: ROOT,
    env: {
      ...process.env,
      ...testBed,
      CHROMIUM_PATH: chromium.path,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules`.trim(),
    },
    output: 'show',
  });
  return end.code ?? 1;
});

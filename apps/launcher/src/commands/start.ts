import { parseArgs } from 'node:util';
import { formatDuration, Steps } from '@ennead/provision';
import { startApps } from '../app-processes.ts';
import { bringUp, seedDemo, takeDataDir } from '../bring-up.ts';
import { buildWeb } from '../build-web.ts';
import { demoTable } from '../demo-accounts.ts';
import { runCommand } from '../lifecycle.ts';
import { reset } from '../reset.ts';
import { readSettings } from '../settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const startedAt = Date.now();
  const { values } = parseArgs({ options: { reset: { type: 'boolean' }, yes: { type: 'boolean' } } });
  const settings = readSettings(process.env);
  if (values.reset && !(await reset(settings, values.yes === true))) return 0;

  await takeDataDir(settings, lifecycle);
  const contract = await bringUp(settings, 'production', steps, lifecycle);
  await buildWeb(steps);
  const accounts = await seedDemo(contract, steps);
  await startApps(contract, steps, lifecycle);

  steps.say(`\nEnnead is ready after ${formatDuration(Date.now() - startedAt)}:  ${settings.publicUrl}\n`);
  if (accounts.length > 0) steps.say(`${demoTable(accounts)}\n`);
  else steps.say('Make the first administrator with: npm run admin:create\n');
  if (contract.labsUnavailableReason) steps.say(`Without labs: ${contract.labsUnavailableReason}\n`);
  steps.say('Ctrl-C ends it. Logs are in ' + `${settings.dataDir}/logs`);
  return new Promise<never>(() => {});
});

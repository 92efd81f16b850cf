import { apiEnv, programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';
import { asProcessUser, processUsers } from '../process-users.ts';
import { reachServices } from '../reach-services.ts';
import { readSettings } from '../settings.ts';
import { readTrailCommand } from '../read-trail-command.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const words = readTrailCommand(process.argv.slice(2));
  const contract = await reachServices(readSettings(process.env), steps, lifecycle);
  const { as } = await processUsers(contract);
  const spec = asProcessUser(as.api, {
    name: 'verify-trail',
    command: process.execPath,
    args: programArgs('api', 'verify-trail', ...words),
    cwd: ROOT,
    env: apiEnv(contract),
  });
  const end = await runToEnd({ ...spec, output: 'show' });
  return end.code ?? 1;
});

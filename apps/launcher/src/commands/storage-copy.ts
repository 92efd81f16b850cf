import { apiEnv, programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';
import { asProcessUser, processUsers } from '../process-users.ts';
import { reachServices } from '../reach-services.ts';
import { readCopyCommand } from '../read-copy-command.ts';
import { readSettings } from '../settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const target = readCopyCommand(process.argv.slice(2));
  const settings = readSettings(process.env);
  if (!settings.s3)
    throw new Error('Name the bucket first: S3_BUCKET, with all that it needs, as for npm start.');
  const contract = await reachServices(settings, steps, lifecycle);
  const { as } = await processUsers(contract);
  const spec = asProcessUser(as.api, {
    name: 'copy-storage',
    command: process.execPath,
    args: programArgs('api', 'copy-storage', target),
    cwd: ROOT,
    env: apiEnv(contract),
  });
  const end = await runToEnd({ ...spec, output: 'show' });
  return end.code ?? 1;
});

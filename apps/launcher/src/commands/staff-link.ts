import { describeExit, ownerEnv, programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';
import { reachServices } from '../reach-services.ts';
import { readStaffLinkCommand } from '../read-staff-link-command.ts';
import { readSettings } from '../settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const asked = readStaffLinkCommand(process.argv.slice(2));
  const contract = await reachServices(readSettings(process.env), steps, lifecycle);
  // What it says is shown and written nowhere: whoever has the link has the account.
  const end = await runToEnd({
    command: process.execPath,
    args: programArgs('api', 'make-staff-link'),
    cwd: ROOT,
    env: ownerEnv(contract),
    input: JSON.stringify(asked),
    output: 'keep',
  });
  if (end.code !== 0) throw new Error(`No link was made (${describeExit(end)}):\n${end.output.trimEnd()}`);
  steps.say(end.stdout.trimEnd());
  return 0;
});

import { parseArgs } from 'node:util';
import { CreateAdminInput } from '@ennead/contracts';
import { describeExit, ownerEnv, programArgs, ROOT, runToEnd, Steps } from '@ennead/provision';
import { askAdmin, type NewAdmin } from '../ask-admin.ts';
import { runCommand } from '../lifecycle.ts';
import { reachServices } from '../reach-services.ts';
import { readSettings } from '../settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' }, locale: { type: 'string' } },
  });
  const settings = readSettings(process.env);
  const admin = readAdmin(await askAdmin(values));
  const contract = await reachServices(settings, steps, lifecycle);
  const end = await runToEnd({
    command: process.execPath,
    args: programArgs('api', 'create-admin'),
    cwd: ROOT,
    env: ownerEnv(contract),
    input: JSON.stringify(admin),
    output: 'keep',
  });
  if (end.code !== 0)
    throw new Error(`No administrator was made (${describeExit(end)}):\n${end.output.trimEnd()}`);
  steps.say(end.stdout.trimEnd());
  return 0;
});

/** @throws Error naming what is wrong with the answers, before anything is started. */
function readAdmin(answers: NewAdmin): NewAdmin {
  const parsed = CreateAdminInput.safeParse(answers);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`No administrator was made:\n${faults.join('\n')}`);
}

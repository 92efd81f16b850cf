import type { KeyPurpose } from '@ennead/contracts/internal';
import { readVerifyingKeys, Steps } from '@ennead/provision';
import { publishKeys } from '../bring-up.ts';
import { type Lifecycle, runCommand } from '../lifecycle.ts';
import { reachServices } from '../reach-services.ts';
import { keysUsage, readKeysCommand } from '../read-keys-command.ts';
import { rotateKey } from '../rotate-key.ts';
import { readSettings, type Settings } from '../settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const command = readKeysCommand(process.argv.slice(2));
  if (command.act === 'help') steps.say(keysUsage);
  else if (command.act === 'list') await list(readSettings(process.env));
  else await rotate(readSettings(process.env), command.purpose, lifecycle);
  return 0;
});

async function list({ dataDir }: Settings): Promise<void> {
  for (const { purpose, key } of await readVerifyingKeys(dataDir)) say(purpose, key.kid);
}

async function rotate(settings: Settings, purpose: KeyPurpose, lifecycle: Lifecycle): Promise<void> {
  const contract = await reachServices(settings, steps, lifecycle);
  const { kid } = await rotateKey(contract, purpose, (changed) => publishKeys(changed, steps));
  say(purpose, kid);
  steps.say(
    'It signs from the next start of Ennead on; until then the old key does. What an old key signed stays valid.',
  );
}

function say(purpose: KeyPurpose, kid: string): void {
  steps.say(`${purpose.padEnd(12)}${kid}`);
}

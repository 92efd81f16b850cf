import { parseArgs } from 'node:util';
import { StaffLinkInput } from '@ennead/contracts';

const staffLinkUsage = `npm run staff:link -- --email <address> --for password --reason <why>           to set a password, be it the first
npm run staff:link -- --email <address> --for second-factor --reason <why>      to take a lost two-step log-in away`;

/** What is asked for, by the words after `npm run staff:link --`. @throws Error that says what is wrong, and how it is used */
export function readStaffLinkCommand(words: readonly string[]): StaffLinkInput {
  const { values } = parse(words);
  const read = StaffLinkInput.safeParse(values);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  --${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${faults.join('\n')}\n\n${staffLinkUsage}`);
}

function parse(words: readonly string[]) {
  try {
    const option = { type: 'string' } as const;
    return parseArgs({ args: [...words], options: { email: option, for: option, reason: option } });
  } catch (fault) {
    throw new Error(`${(fault as Error).message}\n\n${staffLinkUsage}`, { cause: fault });
  }
}

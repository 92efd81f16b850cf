import { StaffLinkInput } from '@ennead/contracts';
import { makeDataSource } from '@ennead/persistence';
import { makeStaffLink } from '../modules/identity/links/make-staff-link.ts';
import { readSettings } from '../settings.ts';

/** Prints a one-time link of somebody on the staff. Reads {email, for, reason} as JSON from standard input. */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const input = StaffLinkInput.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));

const { DATABASE_URL, PUBLIC_URL } = readSettings(process.env);
const db = await makeDataSource(DATABASE_URL, 2).initialize();
try {
  const { url, expiresAt } = await db.transaction((manager) => makeStaffLink(manager, input, PUBLIC_URL));
  console.log(
    `${url}\nIt works once, until ${expiresAt.toISOString()}. Give it to ${input.email} and nobody else.`,
  );
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
} finally {
  await db.destroy();
}

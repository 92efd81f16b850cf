import { makeDataSource, Person, recordAudit } from '@ennead/persistence';
import { CreateAdminInput, problems } from '@ennead/contracts';
import { findWeakness } from '../modules/identity/demand-good-password.ts';
import { hashPassword } from '../modules/identity/passwords.ts';
import { readSettings } from '../settings.ts';

/** Makes an administrator. Reads {email, name, password} as JSON from standard input: arguments can be read by others. */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const input = CreateAdminInput.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));

const db = await makeDataSource(readSettings(process.env).DATABASE_URL, 2).initialize();
try {
  if (await db.manager.existsBy(Person, { email: input.email }))
    throw new Error(`${input.email} is registered already; an administrator can change its roles.`);
  const { password, ...rest } = input;
  const weakness = await findWeakness(password, rest);
  if (weakness) throw new Error(problems[weakness].text.en);
  const passwordHash = await hashPassword(password);
  await db.transaction(async (manager) => {
    const person = await manager.save(
      manager.create(Person, { ...rest, passwordHash, roles: ['administrator'], institutionId: null }),
    );
    await recordAudit(manager, {
      actorId: person.id,
      action: 'person.created',
      subjectKind: 'person',
      subjectId: person.id,
      detail: { roles: ['administrator'] },
    });
  });
  console.log(`${input.email} is an administrator.`);
} finally {
  await db.destroy();
}

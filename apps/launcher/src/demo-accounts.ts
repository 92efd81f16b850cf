import { z } from 'zod';

const Seeded = z.object({
  accounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
});

export type DemoAccount = z.infer<typeof Seeded>['accounts'][number];

/** The log-ins that seeding prints as JSON in its last line. @throws Error where that line is something else. */
export function readDemoAccounts(output: string): DemoAccount[] {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  return Seeded.parse(JSON.parse(line)).accounts;
}

/** The log-ins as a table of aligned columns. */
export function demoTable(accounts: readonly DemoAccount[]): string {
  const rows = [{ role: 'Role', email: 'E-mail', password: 'Password' }, ...accounts];
  const width = (column: 'role' | 'email') => Math.max(...rows.map((row) => row[column].length));
  const [role, email] = [width('role'), width('email')];
  return rows
    .map((row) => `  ${row.role.padEnd(role)}  ${row.email.padEnd(email)}  ${row.password}`)
    .join('\n');
}

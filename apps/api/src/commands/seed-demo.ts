import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DEMO_PASSWORD, demoAccounts, demoEmail } from '../demo/accounts.ts';
import { DemoModule } from '../demo/demo.module.ts';
import { DemoSeeder } from '../demo/demo-seeder.ts';
import { InfrastructureModule } from '../infrastructure/infrastructure.module.ts';
import { IdentityModule } from '../modules/identity/identity.module.ts';
import { readSettings } from '../settings.ts';

/** Fills an empty Ennead with a demo; its last line is JSON that names the log-ins. */
@Module({})
class SeedModule {}

const settings = readSettings(process.env);
if (settings.ENNEAD_MODE === 'production') throw new Error('Production mode has no demo.');
const context = await NestFactory.createApplicationContext(
  {
    module: SeedModule,
    imports: [InfrastructureModule.with(settings), IdentityModule, DemoModule],
  },
  { logger: ['error'], abortOnError: false },
);
try {
  await context.get(DemoSeeder).seed();
} finally {
  await context.close();
}
const accounts = demoAccounts.map((account) => ({
  role: account.roles.join(', '),
  email: demoEmail(account),
  password: DEMO_PASSWORD,
}));
console.log(JSON.stringify({ accounts }));

import { Module } from '@nestjs/common';
import { CohortsModule } from '../modules/cohorts/cohorts.module.ts';
import { RegistrarsModule } from '../modules/registrars/registrars.module.ts';
import { SessionsModule } from '../modules/sessions/sessions.module.ts';
import { TriesModule } from '../modules/tries/tries.module.ts';
import { DemoSeeder } from './demo-seeder.ts';

@Module({
  imports: [SessionsModule, RegistrarsModule, CohortsModule, TriesModule],
  providers: [DemoSeeder],
  exports: [DemoSeeder],
})
export class DemoModule {}

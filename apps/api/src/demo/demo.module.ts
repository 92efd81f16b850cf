import { Module } from '@nestjs/common';
import { CohortsModule } from '../modules/cohorts/cohorts.module.ts';
import { SessionsModule } from '../modules/sessions/sessions.module.ts';
import { DemoSeeder } from './demo-seeder.ts';

@Module({ imports: [SessionsModule, CohortsModule], providers: [DemoSeeder], exports: [DemoSeeder] })
export class DemoModule {}

import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { CohortsController } from './cohorts.controller.ts';
import { CohortsService } from './cohorts.service.ts';
import { Imports } from './imports.ts';
import { Members } from './members.ts';
import { RosterImporter } from './roster-importer.ts';

@Module({
  imports: [ResultsModule],
  controllers: [CohortsController],
  providers: [CohortsService, Imports, Members, RosterImporter],
  exports: [CohortsService, RosterImporter],
})
export class CohortsModule {}

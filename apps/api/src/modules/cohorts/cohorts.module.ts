import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { CohortsController } from './cohorts.controller.ts';
import { CohortsService } from './cohorts.service.ts';
import { HandedLinks } from './handed-links.ts';
import { Imports } from './imports.ts';
import { Members } from './members.ts';
import { RosterImporter } from './roster-importer.ts';
import { Trainers } from './trainers.ts';

@Module({
  imports: [ResultsModule],
  controllers: [CohortsController],
  providers: [CohortsService, HandedLinks, Imports, Members, RosterImporter, Trainers],
  exports: [CohortsService, RosterImporter, Trainers],
})
export class CohortsModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { ResultsModule } from '../results/results.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { CaseRecords } from './case-records.ts';
import { TrailsController } from './trails.controller.ts';
import { TrailsService } from './trails.service.ts';

@Module({
  imports: [AuditModule, ResultsModule, ScoresModule],
  controllers: [TrailsController],
  providers: [TrailsService, CaseRecords],
})
export class TrailsModule {}

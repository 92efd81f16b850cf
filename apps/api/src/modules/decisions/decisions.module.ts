import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionsService } from './decisions.service.ts';
import { EvidenceReader } from './evidence/evidence-reader.ts';

@Module({
  imports: [ResultsModule, ScoresModule],
  controllers: [DecisionsController],
  providers: [DecisionsService, EvidenceReader],
})
export class DecisionsModule {}

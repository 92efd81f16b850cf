import { Module } from '@nestjs/common';
import { RescoringService } from './rescoring/rescoring.service.ts';
import { ScoresService } from './scores.service.ts';

@Module({
  providers: [ScoresService, RescoringService],
  exports: [ScoresService, RescoringService],
})
export class ScoresModule {}

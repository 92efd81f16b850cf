import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { labGradingQueue, labScoringQueue } from '@ennead/contracts/internal';
import { ScoresModule } from '../scores/scores.module.ts';
import { LabScoring } from './lab-scoring.ts';
import { LabSocketGateway } from './lab-socket-gateway.ts';
import { LabsController } from './labs.controller.ts';
import { LabsService } from './labs.service.ts';

@Module({
  imports: [ScoresModule, BullModule.registerQueue({ name: labGradingQueue }, { name: labScoringQueue })],
  controllers: [LabsController],
  providers: [LabsService, LabScoring, LabSocketGateway],
})
export class LabsModule {}

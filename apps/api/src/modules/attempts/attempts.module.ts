import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { AttemptsController } from './attempts.controller.ts';
import { AttemptsService } from './attempts.service.ts';
import { SavesService } from './saves.service.ts';
import { SubmissionsService } from './submissions.service.ts';

@Module({
  imports: [ScoresModule],
  controllers: [AttemptsController],
  providers: [AttemptsService, SavesService, SubmissionsService],
})
export class AttemptsModule {}

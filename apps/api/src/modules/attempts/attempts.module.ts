import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { AttemptSubmissions } from './attempt-submissions.ts';
import { AttemptsController } from './attempts.controller.ts';
import { AttemptsService } from './attempts.service.ts';
import { Saves } from './saves.ts';

@Module({
  imports: [ScoresModule],
  controllers: [AttemptsController],
  providers: [AttemptsService, Saves, AttemptSubmissions],
})
export class AttemptsModule {}

import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AttemptExpiry, attemptExpiryQueue } from './attempt-expiry.ts';
import { AttemptsController } from './attempts.controller.ts';
import { AttemptsService } from './attempts.service.ts';
import { SavesService } from './saves.service.ts';
import { SubmissionsService } from './submissions.service.ts';

@Module({
  imports: [ScoresModule, SessionsModule, BullModule.registerQueue({ name: attemptExpiryQueue })],
  controllers: [AttemptsController],
  providers: [AttemptsService, SavesService, SubmissionsService, AttemptExpiry],
})
export class AttemptsModule {}

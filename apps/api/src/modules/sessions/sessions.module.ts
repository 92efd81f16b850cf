import { Module } from '@nestjs/common';
import { SessionsController } from './sessions.controller.ts';
import { SessionCircles } from './session-circles.ts';
import { SessionChanges } from './session-changes.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [SessionsController],
  providers: [SessionsService, SessionChanges, SessionCircles],
  exports: [SessionsService],
})
export class SessionsModule {}

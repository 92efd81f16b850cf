import { Module } from '@nestjs/common';
import { Forms } from './forms.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  controllers: [SessionsController],
  providers: [SessionsService, Forms],
  exports: [SessionsService, Forms],
})
export class SessionsModule {}

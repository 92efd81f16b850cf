import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';
import { NamedEvents } from './named-events.ts';

@Module({
  controllers: [AuditController],
  providers: [AuditService, NamedEvents],
  exports: [NamedEvents],
})
export class AuditModule {}

import { Global, Module } from '@nestjs/common';
import { Callers } from '../../http/callers.ts';
import { FailedLogIns } from './failed-log-ins.ts';
import { IdentityController } from './identity.controller.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Global()
@Module({
  controllers: [IdentityController],
  providers: [FailedLogIns, IdentityService, People, { provide: Callers, useExisting: People }],
  exports: [People, Callers],
})
export class IdentityModule {}

import { Global, Module } from '@nestjs/common';
import { IdentityController } from './identity.controller.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Global()
@Module({ controllers: [IdentityController], providers: [IdentityService, People], exports: [People] })
export class IdentityModule {}

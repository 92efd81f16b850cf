import { Module } from '@nestjs/common';
import { Certificates } from './certificate/certificates.ts';
import { CredentialsController } from './credentials.controller.ts';
import { CredentialsService } from './credentials.service.ts';

@Module({
  controllers: [CredentialsController],
  providers: [CredentialsService, Certificates],
})
export class CredentialsModule {}

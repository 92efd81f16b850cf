import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { Certificates } from './certificate/certificates.ts';
import { CredentialsController } from './credentials.controller.ts';
import { CredentialsService } from './credentials.service.ts';

@Module({
  imports: [ResultsModule],
  controllers: [CredentialsController],
  providers: [CredentialsService, Certificates],
})
export class CredentialsModule {}

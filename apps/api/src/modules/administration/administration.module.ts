import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller.ts';
import { ResultsModule } from '../results/results.module.ts';
import { AdministrationService } from './administration.service.ts';
import { Appointments } from './appointments.ts';

@Module({
  imports: [ResultsModule],
  controllers: [AdministrationController],
  providers: [AdministrationService, Appointments],
})
export class AdministrationModule {}

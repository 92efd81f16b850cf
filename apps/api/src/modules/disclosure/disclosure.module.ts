import { Module } from '@nestjs/common';
import { AccommodationsModule } from '../accommodations/accommodations.module.ts';
import { AgreementsModule } from '../agreements/agreements.module.ts';
import { EnrolmentsModule } from '../enrolments/enrolments.module.ts';
import { ResultsModule } from '../results/results.module.ts';
import { TriesModule } from '../tries/tries.module.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { DisclosureService } from './disclosure.service.ts';

@Module({
  imports: [AccommodationsModule, AgreementsModule, EnrolmentsModule, ResultsModule, TriesModule],
  controllers: [DisclosureController],
  providers: [DisclosureService],
})
export class DisclosureModule {}

import { Module } from '@nestjs/common';
import { AccommodationDecisions } from './accommodation-decisions.ts';
import { AccommodationsController } from './accommodations.controller.ts';
import { AccommodationsService } from './accommodations.service.ts';

@Module({
  controllers: [AccommodationsController],
  providers: [AccommodationsService, AccommodationDecisions],
  exports: [AccommodationsService],
})
export class AccommodationsModule {}

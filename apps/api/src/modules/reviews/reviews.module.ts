import { Module } from '@nestjs/common';
import { PortfoliosModule } from '../portfolios/portfolios.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { ReviewAssignment } from './review-assignment.ts';
import { ReviewsController } from './reviews.controller.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [PortfoliosModule, ScoresModule],
  controllers: [ReviewsController],
  providers: [ReviewAssignment, ReviewsService],
})
export class ReviewsModule {}

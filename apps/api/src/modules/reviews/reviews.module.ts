import { Module } from '@nestjs/common';
import { PortfoliosModule } from '../portfolios/portfolios.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { ReviewsController } from './reviews.controller.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [PortfoliosModule, ScoresModule],
  controllers: [ReviewsController],
  providers: [ReviewsService],
})
export class ReviewsModule {}

import { Module } from '@nestjs/common';
import { PortfoliosModule } from '../portfolios/portfolios.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { QuestionedMarks } from './questioned-marks.ts';
import { ReviewsController } from './reviews.controller.ts';
import { ReviewsService } from './reviews.service.ts';
import { Scripts } from './scripts.ts';

@Module({
  imports: [PortfoliosModule, ScoresModule],
  controllers: [ReviewsController],
  providers: [ReviewsService, Scripts, QuestionedMarks],
  exports: [Scripts, QuestionedMarks],
})
export class ReviewsModule {}

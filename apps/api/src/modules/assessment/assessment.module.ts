import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.module.ts';
import { AssessmentController } from './assessment.controller.ts';
import { AssessmentService } from './assessment.service.ts';

@Module({
  imports: [ReviewsModule],
  controllers: [AssessmentController],
  providers: [AssessmentService],
})
export class AssessmentModule {}

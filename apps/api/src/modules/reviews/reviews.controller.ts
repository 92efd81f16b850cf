import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ReviewInput, ReviewQueueView, ReviewSaved, ReviewView } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { ReviewsService } from './reviews.service.ts';

@Controller()
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('reviews')
  @Allow('assessor')
  @Answers(ReviewQueueView)
  list(@FromCaller() caller: Caller) {
    return this.reviews.list(caller, 'review');
  }

  @Get('adjudications')
  @Allow('moderator')
  @Answers(ReviewQueueView)
  adjudications(@FromCaller() caller: Caller) {
    return this.reviews.list(caller, 'adjudication');
  }

  @Get('reviews/:id')
  @Allow('assessor', 'moderator')
  @Answers(ReviewView)
  view(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.reviews.view(caller, id);
  }

  @Put('reviews/:id')
  @Allow('assessor', 'moderator')
  @Answers(ReviewSaved)
  save(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: ReviewInput }) input: ReviewInput,
  ) {
    return this.reviews.save(caller, id, input);
  }

  @Post('reviews/:id/submit')
  @Allow('assessor', 'moderator')
  @HttpCode(200)
  @Answers(ReviewView)
  submit(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.reviews.submit(caller, id);
  }
}

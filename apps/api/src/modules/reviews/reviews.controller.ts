import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { ReviewsService } from './reviews.service.ts';
import { Scripts } from './scripts.ts';

@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly scripts: Scripts,
  ) {}

  @Serves('GET /api/reviews')
  @Allow('assessor')
  list({ caller }: Asked<'GET /api/reviews'>) {
    return this.reviews.list(caller, 'review');
  }

  @Serves('GET /api/adjudications')
  @Allow('moderator')
  adjudications({ caller }: Asked<'GET /api/adjudications'>) {
    return this.reviews.list(caller, 'adjudication');
  }

  @Serves('GET /api/reviews/:id')
  @Allow('assessor', 'moderator')
  view({ caller, params: { id } }: Asked<'GET /api/reviews/:id'>) {
    return this.reviews.view(caller, id);
  }

  @Serves('PUT /api/reviews/:id')
  @Allow('assessor', 'moderator')
  save({ caller, params: { id }, body }: Asked<'PUT /api/reviews/:id'>) {
    return this.reviews.save(caller, id, body);
  }

  @Serves('POST /api/reviews/:id/submit')
  @Allow('assessor', 'moderator')
  submit({ caller, params: { id } }: Asked<'POST /api/reviews/:id/submit'>) {
    return this.reviews.submit(caller, id);
  }

  @Serves('POST /api/reviews/:id/hand-back')
  @Allow('assessor', 'moderator')
  handBack({ caller, params: { id }, body }: Asked<'POST /api/reviews/:id/hand-back'>) {
    return this.scripts.handBack(caller, id, body);
  }

  @Serves('POST /api/reviews/:id/problem')
  @Allow('assessor', 'moderator')
  report({ caller, params: { id }, body }: Asked<'POST /api/reviews/:id/problem'>) {
    return this.scripts.report(caller, id, body);
  }
}

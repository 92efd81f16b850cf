import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { Scripts } from '../reviews/scripts.ts';
import { AssessmentService } from './assessment.service.ts';

@Controller()
export class AssessmentController {
  constructor(
    private readonly assessment: AssessmentService,
    private readonly scripts: Scripts,
  ) {}

  @Serves('GET /api/assessment')
  @Allow('registrar')
  view({ caller }: Asked<'GET /api/assessment'>) {
    return this.assessment.view(caller);
  }

  @Serves('POST /api/assessment/reviews/:id/reassign')
  @Allow('registrar')
  reassign({ caller, params: { id }, body }: Asked<'POST /api/assessment/reviews/:id/reassign'>) {
    return this.scripts.reassign(caller, id, body.reason);
  }

  @Serves('POST /api/assessment/problems/:id/answer')
  @Allow('registrar')
  answer({ caller, params: { id }, body }: Asked<'POST /api/assessment/problems/:id/answer'>) {
    return this.scripts.answer(caller, id, body);
  }
}

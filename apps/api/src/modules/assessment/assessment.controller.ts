import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { QuestionedMarks } from '../reviews/questioned-marks.ts';
import { Scripts } from '../reviews/scripts.ts';
import { AssessmentService } from './assessment.service.ts';

@Controller()
export class AssessmentController {
  constructor(
    private readonly assessment: AssessmentService,
    private readonly scripts: Scripts,
    private readonly questionedMarks: QuestionedMarks,
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

  @Serves('GET /api/assessment/marks')
  @Allow('registrar', 'administrator')
  marks({ caller }: Asked<'GET /api/assessment/marks'>) {
    return this.questionedMarks.view(caller);
  }

  @Serves('POST /api/assessment/marks/:id/answer')
  @Allow('registrar', 'administrator')
  answerMarks({ caller, params: { id }, body }: Asked<'POST /api/assessment/marks/:id/answer'>) {
    return this.questionedMarks.answer(caller, id, body);
  }
}

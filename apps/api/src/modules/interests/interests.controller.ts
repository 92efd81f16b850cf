import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { InterestsService } from './interests.service.ts';

const actingOnCases = ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'] as const;

@Controller()
export class InterestsController {
  constructor(private readonly interests: InterestsService) {}

  @Serves('GET /api/interests')
  @Allow(...actingOnCases)
  view({ caller }: Asked<'GET /api/interests'>) {
    return this.interests.view(caller);
  }

  @Serves('POST /api/interests')
  @Allow(...actingOnCases)
  declare({ caller, body }: Asked<'POST /api/interests'>) {
    return this.interests.declare(caller, body);
  }

  @Serves('POST /api/interests/:id/end')
  @Allow(...actingOnCases)
  end({ caller, params: { id } }: Asked<'POST /api/interests/:id/end'>) {
    return this.interests.end(caller, id);
  }

  @Serves('POST /api/interests/confirm')
  @Allow(...actingOnCases)
  confirm({ caller }: Asked<'POST /api/interests/confirm'>) {
    return this.interests.confirm(caller);
  }

  @Serves('POST /api/entries/:id/interest')
  @Allow('certifier')
  leaveCase({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/interest'>) {
    return this.interests.leaveCase(caller, id, body);
  }
}

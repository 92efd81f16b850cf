import { Controller } from '@nestjs/common';
import { AllowLoggedIn } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Serves('GET /api/notices')
  @AllowLoggedIn()
  page({ caller, query }: Asked<'GET /api/notices'>) {
    return this.notices.page(caller, query);
  }

  @Serves('GET /api/notices/unread')
  @AllowLoggedIn()
  unread({ caller }: Asked<'GET /api/notices/unread'>) {
    return this.notices.countUnread(caller);
  }

  @Serves('POST /api/notices/read')
  @AllowLoggedIn()
  read({ caller, body }: Asked<'POST /api/notices/read'>) {
    return this.notices.markRead(caller, body);
  }

  @Serves('GET /api/notices/choices')
  @AllowLoggedIn()
  choices({ caller }: Asked<'GET /api/notices/choices'>) {
    return this.notices.choices(caller);
  }

  @Serves('PUT /api/notices/choices')
  @AllowLoggedIn()
  choose({ caller, body }: Asked<'PUT /api/notices/choices'>) {
    return this.notices.choose(caller, body);
  }
}

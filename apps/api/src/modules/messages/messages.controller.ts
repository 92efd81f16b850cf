import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { MessagesService } from './messages.service.ts';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Serves('GET /api/messages')
  @Allow('administrator')
  page({ query }: Asked<'GET /api/messages'>) {
    return this.messages.page(query);
  }

  @Serves('GET /api/messages/:id')
  @Allow('administrator')
  view({ params: { id } }: Asked<'GET /api/messages/:id'>) {
    return this.messages.view(id);
  }

  @Serves('POST /api/messages/:id/link')
  @Allow('administrator')
  showLink({ caller, params: { id } }: Asked<'POST /api/messages/:id/link'>) {
    return this.messages.showLink(caller, id);
  }

  @Serves('POST /api/messages/:id/send-again')
  @Allow('administrator')
  sendAgain({ caller, params: { id } }: Asked<'POST /api/messages/:id/send-again'>) {
    return this.messages.sendAgain(caller, id);
  }
}

import { Controller } from '@nestjs/common';
import { Serves, type Asked } from '../../http/serves.ts';
import { PagesService } from './pages.service.ts';

@Controller()
export class PagesController {
  constructor(private readonly pages: PagesService) {}

  @Serves('GET /api/pages/:id')
  view({ params: { id } }: Asked<'GET /api/pages/:id'>) {
    return this.pages.view(id);
  }
}

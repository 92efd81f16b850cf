import { Controller, StreamableFile } from '@nestjs/common';
import { AllowLoggedIn } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { DisclosureService } from './disclosure.service.ts';

@Controller()
export class DisclosureController {
  constructor(private readonly disclosure: DisclosureService) {}

  @Serves('GET /api/me/data.json')
  @AllowLoggedIn()
  async give({ caller }: Asked<'GET /api/me/data.json'>) {
    const bytes = Buffer.from(`${JSON.stringify(await this.disclosure.give(caller), null, 2)}\n`);
    const disposition = 'attachment; filename="ennead-data.json"';
    return new StreamableFile(bytes, { type: 'application/json', disposition, length: bytes.length });
  }
}

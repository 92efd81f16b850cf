import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AddressesService } from './addresses.service.ts';

@Controller()
export class AddressesController {
  constructor(private readonly addresses: AddressesService) {}

  @Serves('GET /api/addresses')
  @Allow('registrar')
  list({ caller, query }: Asked<'GET /api/addresses'>) {
    return this.addresses.list(caller, query);
  }

  @Serves('POST /api/addresses/:id/confirm')
  @Allow('registrar')
  confirm({ caller, params: { id }, body }: Asked<'POST /api/addresses/:id/confirm'>) {
    return this.addresses.confirm(caller, id, body);
  }

  @Serves('POST /api/addresses/confirm')
  @Allow('registrar')
  confirmMany({ caller, body }: Asked<'POST /api/addresses/confirm'>) {
    return this.addresses.confirmMany(caller, body);
  }
}

import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Serves('GET /api/audit')
  @Allow('administrator')
  page({ query }: Asked<'GET /api/audit'>) {
    return this.audit.page(query);
  }
}

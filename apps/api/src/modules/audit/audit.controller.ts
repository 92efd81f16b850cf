import { Controller, Header, StreamableFile } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Serves('GET /api/audit')
  @Allow('administrator')
  page({ caller, query }: Asked<'GET /api/audit'>) {
    return this.audit.page(caller, query);
  }

  @Serves('GET /api/audit/export.csv')
  @Allow('administrator')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="trail.csv"')
  async export({ caller, query }: Asked<'GET /api/audit/export.csv'>) {
    return new StreamableFile(await this.audit.export(caller, query));
  }
}

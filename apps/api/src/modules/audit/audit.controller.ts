import { Controller, Get, Query } from '@nestjs/common';
import { AuditPage, AuditQuery } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { AuditService } from './audit.service.ts';

@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('administrator')
  @Answers(AuditPage)
  page(@Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audit.page(query);
  }
}

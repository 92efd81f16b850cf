import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionsService } from './decisions.service.ts';
import { EvidenceReader } from './evidence/evidence-reader.ts';

@Module({
  imports: [ResultsModule, SessionsModule],
  controllers: [DecisionsController],
  providers: [DecisionsService, EvidenceReader],
})
export class DecisionsModule {}

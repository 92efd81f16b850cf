import { Module } from '@nestjs/common';
import { ResultsController } from './results.controller.ts';
import { ResultsService } from './results.service.ts';
import { Schemes } from './schemes.ts';

@Module({
  controllers: [ResultsController],
  providers: [ResultsService, Schemes],
  exports: [ResultsService, Schemes],
})
export class ResultsModule {}

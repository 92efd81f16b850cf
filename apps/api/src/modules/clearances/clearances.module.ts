import { Module } from '@nestjs/common';
import { ClearancesController } from './clearances.controller.ts';
import { Desk } from './desk.ts';
import { DeskSeats } from './desk-seats.ts';
import { DeskController } from './desk.controller.ts';
import { NameCorrections } from './name-corrections.ts';
import { OwnClearances } from './own-clearances.ts';
import { SeenPapers } from './seen-papers.ts';

/** What comes before the first part of an entry: what its candidate gives, and what the registrar sees to. */
@Module({
  controllers: [ClearancesController, DeskController],
  providers: [OwnClearances, Desk, DeskSeats, SeenPapers, NameCorrections],
})
export class ClearancesModule {}

import { Module } from '@nestjs/common';
import { ClearancesController } from './clearances.controller.ts';
import { Desk } from './desk.ts';
import { DeskActs } from './desk-acts.ts';
import { DeskController } from './desk.controller.ts';
import { OwnClearances } from './own-clearances.ts';

/** What comes before the first part of an entry: what its candidate gives, and what the registrar sees to. */
@Module({
  controllers: [ClearancesController, DeskController],
  providers: [OwnClearances, Desk, DeskActs],
})
export class ClearancesModule {}

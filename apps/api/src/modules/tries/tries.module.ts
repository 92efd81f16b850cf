import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { CarryChoice } from './carry-choice.ts';
import { EnrolmentsController } from './enrolments.controller.ts';
import { EnterAgain } from './enter-again.ts';
import { EntryActsController } from './entry-acts.controller.ts';
import { EntryActs } from './entry-acts.ts';
import { FreeSittings } from './list-free-sittings.ts';
import { SessionEntries } from './list-session-entries.ts';
import { OwnEnrolments } from './own-enrolments.ts';

/** Everything may occur more than once: the history of an enrolment, and what may come next. */
@Module({
  imports: [ResultsModule, ScoresModule],
  controllers: [EnrolmentsController, EntryActsController],
  providers: [OwnEnrolments, EnterAgain, CarryChoice, EntryActs, FreeSittings, SessionEntries],
})
export class TriesModule {}

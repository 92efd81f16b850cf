import { Module } from '@nestjs/common';
import { ResultsModule } from '../results/results.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { CarryChoices } from './carry-choices.ts';
import { EnrolmentsController } from './enrolments.controller.ts';
import { EntryActsController } from './entry-acts.controller.ts';
import { EntryActs } from './entry-acts.ts';
import { FreeSittings } from './free-sittings.ts';
import { NextTries } from './next-tries.ts';
import { OpenSessions } from './open-sessions.ts';
import { OwnEnrolments } from './own-enrolments.ts';
import { OwnSeats } from './own-seats.ts';
import { SessionEntries } from './session-entries.ts';

/** Everything may occur more than once: the history of an enrolment, and what may come next. */
@Module({
  imports: [ResultsModule, ScoresModule],
  controllers: [EnrolmentsController, EntryActsController],
  providers: [
    OwnEnrolments,
    OpenSessions,
    OwnSeats,
    NextTries,
    CarryChoices,
    EntryActs,
    FreeSittings,
    SessionEntries,
  ],
  exports: [OwnEnrolments, OwnSeats],
})
export class TriesModule {}

import { Global, Module } from '@nestjs/common';
import { AccountOpenings } from '../../infrastructure/account-openings.ts';
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
import { SeatOpenings } from './seat-openings.ts';
import { SessionEntries } from './session-entries.ts';

/** Everything may occur more than once: the history of an enrolment, and what may come next. */
@Global()
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
    { provide: AccountOpenings, useClass: SeatOpenings },
  ],
  exports: [OwnEnrolments, OwnSeats, AccountOpenings],
})
export class TriesModule {}

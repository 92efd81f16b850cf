import type { HandlerName } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import { Forms, Scores } from '@ennead/scoring';
import type { DataSource } from 'typeorm';
import { attemptScoring } from './attempts/attempt-scoring.ts';
import { expireOverdue } from './attempts/expire-overdue.ts';
import type { Duty } from './duties/duty.ts';
import { Dispatcher } from './events/dispatcher.ts';
import type { Handler } from './events/handler.ts';
import { recordFailures } from './identity/record-failures.ts';
import { labScoring } from './labs/lab-scoring.ts';
import {
  assignWaiting,
  moderatorAssignment,
  reviewerAssignment,
  reviewReassignment,
} from './reviews/review-assignment.ts';
import { eraseOver } from './retention/erase-over.ts';
import { returnReviews } from './reviews/return-reviews.ts';
import { letterWriting } from './letters/letter-writing.ts';
import { remind } from './letters/reminders.ts';
import { Mailer, type MailSettings } from './mail/mailer.ts';
import { houseLeaving } from './places/house-leaving.ts';
import { offerPlaces } from './places/offer-places.ts';
import { sealTrail } from './trail/seal-trail.ts';

/** Whoever follows when something happens. */
export const handlersOn = (db: DataSource): Handler<HandlerName>[] => {
  const bank = new ContentBank(db);
  const scores = new Scores(bank);
  return [
    attemptScoring(new Forms(db, bank), scores),
    labScoring(scores),
    reviewerAssignment,
    moderatorAssignment,
    reviewReassignment,
    letterWriting(bank),
    houseLeaving,
  ];
};

/** Everything that the worker in office does. */
export const dutiesOn = (db: DataSource, mail: MailSettings): Duty[] => {
  const bank = new ContentBank(db);
  const mailer = new Mailer(db, mail);
  const dispatcher = new Dispatcher(db, handlersOn(db));
  return [
    // Asked for, not notified of: every commit that notifies waits for every other one that does.
    { name: 'events', everyMs: 200, run: () => dispatcher.run() },
    { name: 'attempt-expiry', everyMs: 1_000, run: () => expireOverdue(db) },
    { name: 'place-offering', everyMs: 5_000, run: () => offerPlaces(db, bank) },
    { name: 'review-return', everyMs: 15_000, run: () => returnReviews(db) },
    { name: 'review-assignment', everyMs: 30_000, run: () => assignWaiting(db) },
    { name: 'reminders', everyMs: 30_000, run: () => remind(db, bank) },
    { name: 'mail-sending', everyMs: 1_000, run: () => mailer.run() },
    { name: 'mail-upkeep', everyMs: 30_000, run: () => mailer.keep() },
    { name: 'log-in-failures', everyMs: 15_000, unhurried: true, run: () => recordFailures(db) },
    { name: 'retention', everyMs: 30_000, run: () => eraseOver(db) },
    // Within a minute is promised, and a seal for each row would be a long chain.
    { name: 'trail-sealing', everyMs: 10_000, unhurried: true, run: () => sealTrail(db) },
  ];
};

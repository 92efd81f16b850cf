import { ContentBank, makeDataSource } from '@ennead/persistence';
import { expireAttempt } from '@ennead/scoring';
import { Dispatcher } from '../../../worker/src/events/dispatcher.ts';
import { assignWaiting } from '../../../worker/src/reviews/review-assignment.ts';
import { offerPlaces } from '../../../worker/src/places/offer-places.ts';
import { returnReviews } from '../../../worker/src/reviews/return-reviews.ts';
import { remind } from '../../../worker/src/letters/reminders.ts';
import { eraseOver } from '../../../worker/src/retention/erase-over.ts';
import { Mailer } from '../../../worker/src/mail/mailer.ts';
import { handlersOn } from '../../../worker/src/work.ts';

/** What workers do, when a spec says so, by their own role. */
export type Work = {
  /** Follows everything that has happened, to the end. @throws Error where a handler failed */
  settle(): Promise<void>;
  /** Has one handler follow on a subject, as if something had happened to it. */
  follow(handler: string, subjectId: string): Promise<void>;
  /** Hands an attempt in that is over, and scores it. */
  finish(attemptId: string): Promise<void>;
  /** Gives out what waits for reviewers or a moderator. */
  assign(): Promise<void>;
  /** Takes back what its reviewers cannot go on with, and gives it to others. */
  takeBack(): Promise<void>;
  /** Takes back places that nobody took, and offers what is free to the line. */
  offer(): Promise<void>;
  /** Writes what people are reminded of by the clock. */
  remind(): Promise<void>;
  /** Puts every letter that is due into the inbox, and does what the clock does to letters. */
  post(): Promise<void>;
  /** Erases what is over. */
  erase(): Promise<void>;
  close(): Promise<void>;
};

export const startWork = async (workerUrl: string): Promise<Work> => {
  const db = await makeDataSource(workerUrl, 6).initialize();
  const handlers = handlersOn(db);
  const mailer = new Mailer(db, { site: 'http://127.0.0.1:3000', post: null });
  const dispatcher = new Dispatcher(db, handlers);
  const follow: Work['follow'] = async (name, subjectId) => {
    const handler = handlers.find((one) => one.name === name)!;
    const event = { id: '0', name, subjectKind: '', subjectId };
    await db.transaction((manager) => handler.handle(manager, event));
  };
  return {
    settle: async () => {
      while ((await dispatcher.run()) > 0);
      const [failed]: { handler: string; fault: string }[] = await db.query(
        'SELECT handler, fault FROM event_delivery WHERE handled_at IS NULL AND tries > 0 LIMIT 1',
      );
      if (failed) throw new Error(`${failed.handler}: ${failed.fault}`);
    },
    follow,
    finish: async (id) => {
      await db.transaction((manager) => expireAttempt(manager, id));
      await follow('attempt-scoring', id);
    },
    assign: async () => void (await assignWaiting(db)),
    takeBack: async () => {
      await returnReviews(db);
      await assignWaiting(db);
    },
    offer: async () => void (await offerPlaces(db, new ContentBank(db))),
    remind: async () => {
      while ((await remind(db, new ContentBank(db))) > 0);
    },
    post: async () => {
      while ((await mailer.run()) > 0);
      await mailer.keep();
    },
    erase: async () => {
      while ((await eraseOver(db)) > 0);
    },
    close: () => db.destroy(),
  };
};

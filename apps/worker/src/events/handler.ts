import type { EntityManager } from 'typeorm';

/** Something that happened, as the outbox has it. */
export type OutboxFact = {
  readonly id: string;
  readonly name: string;
  readonly subjectKind: string;
  readonly subjectId: string;
};

/** Somebody who has to follow when something happens. */
export type Handler<Name extends string = string> = {
  /** Its name in the database: another name is another handler, which is told of nothing that was distributed before. */
  readonly name: Name;
  /** Names of the events that it is told of, each once, those of one subject in their order. */
  readonly on: readonly string[];
  /**
   * What it does, in the transaction in which it is written down that the event was handled. It may be tried again after
   * a failure, when nothing of it is there; and what it finds may have moved on since the event.
   */
  readonly handle: (manager: EntityManager, event: OutboxFact) => Promise<void>;
};

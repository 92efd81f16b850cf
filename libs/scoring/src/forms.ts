import type { Item, Question } from '@ennead/contracts/internal';
import { joinItem, type ItemToScore } from '@ennead/domain';
import { type ContentBank, Form, FormItem, keepLatest, SessionPart } from '@ennead/persistence';
import { type DataSource, type EntityManager } from 'typeorm';

/** A form with its questions as they read when it was drawn, in the order of the form. */
export type DrawnForm = {
  readonly id: string;
  readonly examSessionId: string;
  readonly durationSec: number;
  readonly questions: readonly (Question & {
    readonly hash: string;
    readonly points: number;
    readonly pilot: boolean;
  })[];
  readonly questionsById: ReadonlyMap<string, Question>;
};

/** An item of a form, by which question and which key it is scored. */
export type KeyedItem = ItemToScore & { readonly questionHash: string; readonly keyHash: string };

const most = 200;

/** Forms by id. A form never changes, so the newest few are kept in memory and a save asks nothing about its form. */
export class Forms {
  /** @throws EntityNotFoundError for a form that there is none of */
  readonly find = keepLatest(
    most,
    (id: string) => id,
    (id) => this.read(id),
  );

  constructor(
    private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** The form that a part of a session is sat with. @throws Error where none was drawn */
  async findOfPart(sessionPartId: string): Promise<DrawnForm> {
    const { id } = await this.db.manager.findOneOrFail(Form, {
      where: { sessionPartId },
      order: { drawnAt: 'ASC', id: 'ASC' },
    });
    return this.find(id);
  }

  /** A form's items with the keys that are in force now. @throws Error naming a question that has no key */
  async itemsOf(form: DrawnForm, db?: EntityManager): Promise<Item[]> {
    return (await this.keyedItemsOf(form, db)).map(({ item }) => item);
  }

  /**
   * The same with their hashes and how they count. Not kept: another key may come into force.
   *
   * @param db where it is asked within a transaction
   * @throws Error naming a question that has no key
   */
  async keyedItemsOf({ examSessionId, questions }: DrawnForm, db?: EntityManager): Promise<KeyedItem[]> {
    const keys = await this.bank.inForceOf(
      questions.map(({ hash }) => hash),
      'key',
      examSessionId,
      db,
    );
    const keyed: KeyedItem[] = [];
    // One after the other: a transaction has one connection, which takes one question at a time.
    for (const { hash: questionHash, points, pilot, ...question } of questions) {
      const keyHash = keys.get(questionHash);
      if (!keyHash) throw new Error(`No key is in force for question ${question.id} (${questionHash}).`);
      const key = await this.bank.body('key', keyHash, db);
      keyed.push({ item: joinItem(question, key), rule: key.rule, points, pilot, questionHash, keyHash });
    }
    return keyed;
  }

  private async read(id: string): Promise<DrawnForm> {
    const { sessionPartId, durationSec } = await this.db.manager.findOneByOrFail(Form, { id });
    const { examSessionId } = await this.db.manager.findOneByOrFail(SessionPart, { id: sessionPartId });
    const items = await this.db.manager.find(FormItem, { where: { formId: id }, order: { position: 'ASC' } });
    const questions = await Promise.all(
      items.map(async ({ questionHash: hash, points, pilot }) => ({
        ...(await this.bank.question(hash)),
        hash,
        points,
        pilot,
      })),
    );
    const questionsById = new Map(questions.map((question) => [question.id, question]));
    return { id, examSessionId, durationSec, questions, questionsById };
  }
}

import { randomInt } from 'node:crypto';
import { drawForm } from '@ennead/domain';
import { Form, FormItem } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { ChosenPart } from './choose-content.ts';

const seedLimit = 2 ** 31;

/**
 * Draws the form of one part by its blueprint, from a seed that is kept with it, and pins its questions.
 *
 * @param taken items of the session's earlier papers, which this one leaves out
 * @returns the items drawn
 */
export const drawPartForm = async (
  manager: EntityManager,
  sessionPartId: string,
  { body: blueprint, hash, questions }: Extract<ChosenPart, { kind: 'form' }>,
  taken: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const seed = randomInt(seedLimit);
  const drawn = drawForm(
    blueprint,
    questions.map(({ body }) => body).filter(({ id }) => !taken.has(id)),
    String(seed),
  );
  const hashes = new Map(questions.map((question) => [question.body.id, question.hash]));
  const form = await manager.save(
    manager.create(Form, {
      sessionPartId,
      seed,
      blueprintId: blueprint.id,
      blueprintHash: hash,
      durationSec: blueprint.durationSec,
    }),
  );
  await manager.insert(
    FormItem,
    drawn.map((itemId, index) => ({
      formId: form.id,
      position: index + 1,
      itemId,
      questionHash: hashes.get(itemId)!,
    })),
  );
  return drawn;
};

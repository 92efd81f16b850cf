import { randomInt } from 'node:crypto';
import { drawForm } from '@ennead/domain';
import { Form } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { ChosenPart } from './choose-content.ts';
import { keepContentVersions } from './keep-content-versions.ts';

const seedLimit = 2 ** 31;

/** Draws the form of one part by its blueprint, from a seed that is kept with it. */
export const drawPartForm = async (
  manager: EntityManager,
  sessionPartId: string,
  { blueprint, hash, items }: Extract<ChosenPart, { kind: 'form' }>,
): Promise<Form> => {
  const seed = randomInt(seedLimit);
  const drawn = drawForm(
    blueprint,
    items.map(({ item }) => item),
    String(seed),
  ).map((id) => items.find(({ item }) => item.id === id)!);
  await keepContentVersions(
    manager,
    drawn.map((one) => ({ kind: 'item' as const, id: one.item.id, hash: one.hash, body: one.item })),
  );
  return manager.save(
    manager.create(Form, {
      sessionPartId,
      seed,
      blueprintId: blueprint.id,
      blueprintHash: hash,
      durationSec: blueprint.durationSec,
      items: drawn.map((one) => ({ id: one.item.id, hash: one.hash })),
    }),
  );
};

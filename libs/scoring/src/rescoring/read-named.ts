import { Refusal } from '@ennead/contracts';
import { ContentFault, type BodyOf, type ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** What each field of a change names by its hash. */
const kindOf = { questionHash: 'question', keyHash: 'key', pinnedHash: 'plan', planHash: 'plan' } as const;
type Field = keyof typeof kindOf;

/** What a change names in one of its fields. @throws Refusal SCORE_CHANGE_UNKNOWN with the field, where the bank has it not */
export const readNamed = async <Name extends Field>(
  manager: EntityManager,
  bank: ContentBank,
  change: Readonly<Record<Name, string>>,
  field: Name,
): Promise<BodyOf<(typeof kindOf)[Name]>> => {
  const hash = change[field];
  try {
    return await bank.body(kindOf[field], hash, manager);
  } catch (fault) {
    if (!(fault instanceof ContentFault) || fault.code !== 'missing') throw fault;
    throw new Refusal('SCORE_CHANGE_UNKNOWN', [{ path: field, message: hash }]);
  }
};

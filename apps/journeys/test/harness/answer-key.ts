import { fileURLToPath } from 'node:url';
import type { Item } from '@ennead/contracts/internal';
import { loadContent } from '@ennead/content';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const content = loadContent({ questionBankDir: fromRoot('question-bank'), labsDir: fromRoot('labs') });

/** What somebody who knows everything would choose or type. */
export type Known =
  | { readonly kind: 'choose'; readonly options: readonly string[]; readonly wrong: string | undefined }
  | { readonly kind: 'type'; readonly text: string };

export const knownAnswer = async (itemId: string): Promise<Known> => {
  const entry = (await content).items.get(itemId);
  if (!entry) throw new Error(`${itemId} is not in the bank.`);
  return fromItem(entry.item);
};

/** Folders of the demo's lab: what a candidate finds, and what earns every point. */
export const labStarter = fromRoot('labs/application-engineer/repair-retrieval/starter');
export const labReference = fromRoot('labs/application-engineer/repair-retrieval/solution/reference');

const fromItem = (item: Item): Known => {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return {
        kind: 'choose',
        options: item.key,
        wrong: item.options.find(({ id }) => !item.key.includes(id))?.id,
      };
    case 'true-false':
      return { kind: 'choose', options: [String(item.key)], wrong: String(!item.key) };
    case 'numeric':
      return { kind: 'type', text: String(item.key.value) };
    case 'short-text':
      return { kind: 'type', text: item.key.accept[0]! };
  }
};

import type { BodyKind, Publication } from '@ennead/contracts/internal';
import { aContentTree, type ContentTree } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import { readPublication } from '@ennead/testing/database';

/** What the builders' small content says, with these files instead or, where undefined, without them. */
export const aPublication = async (changes: Record<string, unknown> = {}): Promise<Publication> => {
  const tree: ContentTree = { ...aContentTree(), ...changes };
  const files = Object.fromEntries(Object.entries(tree).filter(([, content]) => content !== undefined));
  const folder = await writeContentFolder(files);
  return readPublication(folder.root).finally(folder.remove);
};

/** The hash of a piece of a publication. */
export const hashOf = ({ pieces }: Publication, kind: BodyKind, id: string): string =>
  pieces.find((one) => one.kind === kind && one.id === id)!.hash;

export const topicPath = 'question-bank/items/application-engineer/junior/retrieval.yaml';
export const labPath = 'labs/application-engineer/mend-it';
export const labId = 'application-engineer/mend-it';

import type { Certification, Rubric, Scheme, StandardView, UnusableContent } from '@ennead/contracts';
import type { Blueprint, LabManifest, Question } from '@ennead/contracts/internal';
import { ContentFault, type BodyOf, type ContentBank } from '@ennead/persistence';

/** A body with the hash by which a session pins it. */
export type Pinned<T> = { readonly hash: string; readonly body: T };

/** Everything that is live for one role and level, and so may be examined; and what of it cannot be read. */
export type Offer = {
  readonly standard: Pinned<StandardView> | null;
  /** None while one of them cannot be read: it might be the one in force. */
  readonly schemes: readonly Pinned<Scheme>[];
  readonly blueprints: readonly Pinned<Blueprint>[];
  readonly labs: readonly Pinned<LabManifest>[];
  readonly rubrics: readonly Pinned<Rubric>[];
  readonly questions: readonly Pinned<Question>[];
  readonly unusable: readonly UnusableContent[];
};

type Kind = UnusableContent['content'];

export const readOffer = async (bank: ContentBank, certification: Certification): Promise<Offer> => {
  const unusable: UnusableContent[] = [];
  const readPiece = async <K extends Kind>(
    kind: K,
    { id, hash }: { id: string; hash: string },
  ): Promise<Pinned<BodyOf<K>>[]> => {
    try {
      const body = await bank.body(kind, hash);
      if (kind === 'lab') await refuseForeignPlan(bank, body as LabManifest);
      return [{ hash, body }];
    } catch (fault) {
      if (!(fault instanceof ContentFault)) throw fault;
      unusable.push({ kind: 'unusable', content: kind, contentId: id });
      return [];
    }
  };
  const read = async <K extends Kind>(kind: K, within?: Certification) => {
    const pieces = await bank.live(kind, within);
    return (await Promise.all(pieces.map((piece) => readPiece(kind, piece)))).flat();
  };
  const [standards, schemes, blueprints, labs, rubrics, questions] = await Promise.all([
    read('standard'),
    read('scheme'),
    read('blueprint', certification),
    read('lab', certification),
    read('rubric', certification),
    read('question', certification),
  ]);
  const isWhole = (kind: Kind) => !unusable.some(({ content }) => content === kind);
  return {
    standard: (isWhole('standard') && standards[0]) || null,
    schemes: isWhole('scheme') ? schemes : [],
    blueprints,
    labs,
    rubrics,
    questions,
    unusable: unusable.sort(byKindAndId),
  };
};

/**
 * Labs of one plan would share its hidden suite: who knows one knows the other. An author's tool may mistake one for the
 * other; so may whoever means to.
 *
 * @throws ContentFault where the plan names another lab, or cannot be read
 */
const refuseForeignPlan = async (bank: ContentBank, { lab, plan }: LabManifest): Promise<void> => {
  const { labId } = await bank.plan(plan);
  if (labId !== lab.id) throw new ContentFault('foreign', 'plan', plan);
};

const byKindAndId = (a: UnusableContent, b: UnusableContent): number =>
  a.content.localeCompare(b.content) || a.contentId.localeCompare(b.contentId);

import type { LevelCode, RoleCode, Rubric, Scheme, StandardView } from '@ennead/contracts';
import type { Blueprint, BodyKind, LabManifest, Question } from '@ennead/contracts/internal';
import type { BodyOf, ContentBank } from '@ennead/persistence';

/** A body with the hash by which a session pins it. */
export type Pinned<T> = { readonly hash: string; readonly body: T };

/** Everything that is live for one role and level, and so may be examined. */
export type Offer = {
  readonly standard: Pinned<StandardView> | null;
  readonly schemes: readonly Pinned<Scheme>[];
  readonly blueprints: readonly Pinned<Blueprint>[];
  readonly labs: readonly Pinned<LabManifest>[];
  readonly rubrics: readonly Pinned<Rubric>[];
  readonly questions: readonly Pinned<Question>[];
};

export const readOffer = async (
  bank: ContentBank,
  place: { role: RoleCode; level: LevelCode },
): Promise<Offer> => {
  const read = async <Kind extends BodyKind>(kind: Kind, within?: typeof place) => {
    const pieces = await bank.live(kind, within);
    return Promise.all(
      pieces.map(async ({ hash }): Promise<Pinned<BodyOf<Kind>>> => ({
        hash,
        body: await bank.body(kind, hash),
      })),
    );
  };
  const [standards, schemes, blueprints, labs, rubrics, questions] = await Promise.all([
    read('standard'),
    read('scheme'),
    read('blueprint', place),
    read('lab', place),
    read('rubric', place),
    read('question', place),
  ]);
  return { standard: standards[0] ?? null, schemes, blueprints, labs, rubrics, questions };
};

import {
  credentialLifecycle,
  type CredentialFacts,
  type DimensionCode,
  type SchemeRules,
} from '@ennead/contracts';
import { compareGrants, hasExpired, satAfter, settleEnd, sourcesOf } from '@ennead/domain';
import { Credential, Decision, readClock } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { findTerms, sourceEnds } from './find-terms.ts';
import { putCredential } from './put-credential.ts';

/** The withdrawal of a better grade; or the decision on an entry anew, whose scores count again since. */
export type HeldAgainBy = { readonly withdrawalId: string } | { readonly decidedAnewId: string };

export type Grant = {
  readonly entryId: string;
  readonly enrolmentId: string;
  readonly decisionId: string;
  /** Whose act let it take effect: of a proposal, the second person. */
  readonly actorId: string;
  readonly facts: CredentialFacts;
  /** Of a grade that is held again: by which decision on another entry, and the end that is settled for it. */
  readonly heldAgain?: { readonly by: HeldAgainBy; readonly expiresAt: string | null };
  /** Of the scheme that the grade was decided under. */
  readonly rules: SchemeRules;
  /** When each dimension was sat whose score counts, wherever that was; null where that is not on record. */
  readonly satAt: Readonly<Record<DimensionCode, string | null>>;
  /** The entries where scores that it carries were sat. */
  readonly carriedFrom: readonly string[];
};

/**
 * Issues the credential of a grant, frozen with all that the public may read of it. A better grade than the one that
 * is held takes its place, and the old number points to the new one; one that is no better changes nothing, nor one whose
 * own time is over. What has expired or was revoked is not held: the next credential opens a term of its own. But what rests on
 * sittings that were certified before ends when that ended (`settleEnd`).
 *
 * Whoever calls holds the enrolment locked (`lockCase`), so that grants of its tries follow one another.
 *
 * @returns null where the grade that is held stands
 */
export const issueCredential = async (manager: EntityManager, grant: Grant): Promise<Credential | null> => {
  const { entryId, enrolmentId, decisionId, actorId, facts, heldAgain } = grant;
  const last = await findLast(manager, enrolmentId);
  const now = await readClock(manager);
  const present = last && (last.entryId === entryId || !hasExpired(last.expiresAt, now)) ? last : null;
  const effect = compareGrants(present?.facts.grade ?? null, facts.grade);
  if (effect === 'record') return null;
  const other = present && present.entryId !== entryId ? present : null;
  const end = heldAgain ? heldAgain.expiresAt : await endOf(manager, grant, other);
  if (last?.entryId !== entryId && hasExpired(end, now)) return null;
  return putCredential(manager, {
    actorId,
    entryId,
    enrolmentId,
    decisionId,
    facts,
    term: present?.term ?? (last ? last.term + 1 : 1),
    expiresAt: end === null ? null : new Date(end),
    follows: present?.id ?? null,
    because: { ...heldAgain?.by },
  });
};

type Issued = Credential & { readonly entryId: string };

/** The credential that the next one of the enrolment would take the place of, expired or not, with the entry that it is of. */
const findLast = async (manager: EntityManager, enrolmentId: string): Promise<Issued | null> => {
  const last = await manager.findOne(Credential, {
    where: { enrolmentId, state: In(sourcesOf(credentialLifecycle, 'supersede')) },
    order: { term: 'DESC' },
  });
  if (!last) return null;
  const { entryId } = await manager.findOneByOrFail(Decision, { id: last.decisionId });
  return { ...last, entryId };
};

/** @param held the credential of another entry, which gives way */
const endOf = async (
  manager: EntityManager,
  { entryId, enrolmentId, rules, satAt, carriedFrom }: Grant,
  held: Issued | null,
): Promise<string | null> => {
  const terms = await findTerms(manager, enrolmentId);
  return settleEnd(
    rules,
    terms.get(entryId)!,
    sourceEnds(rules, terms, carriedFrom),
    held && {
      expiresAt: held.expiresAt?.toISOString() ?? null,
      newParts: satAfter(satAt, terms.get(held.entryId)!.firstGrantedAt),
    },
  );
};

import { randomBytes } from 'node:crypto';
import {
  credentialLifecycle,
  type CredentialFacts,
  type DimensionCode,
  type SchemeRules,
} from '@ennead/contracts';
import {
  compareGrants,
  dimensions,
  hasExpired,
  makeCredentialNumber,
  sourcesOf,
  validityOf,
  validityOfHigher,
  type Validity,
} from '@ennead/domain';
import { create, Credential, credentials, Decision, held, readClock, transition } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

export type Grant = {
  readonly entryId: string;
  readonly enrolmentId: string;
  readonly decisionId: string;
  readonly certifierId: string;
  readonly facts: CredentialFacts;
  /** Of a grade that is held again: the withdrawal of the better one, and the end that is settled for it. */
  readonly heldAgain?: { readonly withdrawalId: string; readonly expiresAt: Date | null };
  /** Of the scheme that the grade was decided under. */
  readonly rules: SchemeRules;
  /** When each dimension was sat whose score counts, wherever that was; null where that is not on record. */
  readonly satAt: Readonly<Record<DimensionCode, string | null>>;
};

/**
 * Issues the credential of a grant, frozen with all that the public may read of it. A better grade than the one that
 * is held takes its place, and the old number points to the new one; one that is no better changes nothing. What has
 * expired or was revoked is not held: the next credential opens a term of its own. But a grade that is granted once more
 * on the same entry rests on the same sittings, so it ends when what was issued there before ends, or has ended.
 *
 * Whoever calls holds the enrolment locked (`lockCase`), so that grants of its tries follow one another.
 *
 * @returns null where the grade that is held stands
 */
export const issueCredential = async (manager: EntityManager, grant: Grant): Promise<Credential | null> => {
  const { entryId, enrolmentId, decisionId, certifierId, facts, heldAgain } = grant;
  const last = await manager.findOne(Credential, {
    where: { enrolmentId, state: In(sourcesOf(credentialLifecycle, 'supersede')) },
    order: { term: 'DESC' },
  });
  const ofEntry = await findLastOf(manager, entryId);
  const now = await readClock(manager);
  const isHeld = last && (last.id === ofEntry?.id || !hasExpired(last.expiresAt, now));
  const present = isHeld ? last : null;
  const effect = compareGrants(present?.facts.grade ?? null, facts.grade);
  if (effect === 'record') return null;
  if (present)
    await transition(manager, credentials, present.id, { event: 'supersede', actorId: certifierId, entryId });
  const issued = await create(manager, credentials, {
    event: 'issue',
    actorId: certifierId,
    entryId,
    guards: { grant: held },
    values: {
      number: makeCredentialNumber(randomBytes(16)),
      enrolmentId,
      decisionId,
      facts,
      issuedBy: certifierId,
      term: present?.term ?? (last ? last.term + 1 : 1),
      followsId: present?.id ?? null,
      expiresAt: heldAgain ? heldAgain.expiresAt : endOf(grant, present, ofEntry, now),
    },
    detail: {
      grade: facts.grade,
      ...(present && { follows: present.id }),
      ...(heldAgain && { withdrawalId: heldAgain.withdrawalId }),
    },
  });
  if (!issued) throw new Error(`Enrolment ${enrolmentId} has another credential in this term`);
  return issued;
};

/** The last that was issued on an entry, by whichever of its decisions and whatever became of it. */
const findLastOf = (manager: EntityManager, entryId: string): Promise<Credential | null> =>
  manager
    .createQueryBuilder(Credential, 'credential')
    .innerJoin(Decision, 'decision', 'decision.id = credential.decisionId')
    .where('decision.entryId = :entryId', { entryId })
    .orderBy('credential.issuedAt', 'DESC')
    .getOne();

const endOf = (
  { satAt, rules }: Grant,
  present: Credential | null,
  ofEntry: Credential | null,
  now: Date,
): Date | null => {
  const decidedAt = now.toISOString();
  if (ofEntry && (!present || present.id === ofEntry.id)) return ofEntry.expiresAt;
  if (!present) return instantOf(validityOf(rules, decidedAt));
  const newParts = dimensions.filter((dimension) => isAfter(satAt[dimension], present.issuedAt));
  return instantOf(validityOfHigher(rules, present.expiresAt?.toISOString() ?? null, newParts, decidedAt));
};

const isAfter = (sat: string | null, issuedAt: Date): boolean => sat !== null && new Date(sat) > issuedAt;
const instantOf = (validity: Validity | null): Date | null => validity && new Date(validity.expiresAt);

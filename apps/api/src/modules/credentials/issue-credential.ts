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
  makeCredentialNumber,
  sourcesOf,
  validityOf,
  validityOfHigher,
} from '@ennead/domain';
import { create, Credential, credentials, held, readClock, transition } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

export type Grant = {
  readonly entryId: string;
  readonly enrolmentId: string;
  readonly decisionId: string;
  readonly certifierId: string;
  readonly facts: CredentialFacts;
  /** Of the scheme that the grade was decided under. */
  readonly rules: SchemeRules;
  /** Dimensions whose scores come from an earlier entry. */
  readonly carried: readonly DimensionCode[];
};

/**
 * Issues the credential of a grant, frozen with all that the public may read of it. A better grade than the one that
 * is held takes its place, and the old number points to the new one; one that is no better changes nothing. What has
 * expired is not held: the next credential opens a term of its own.
 *
 * @returns null where the grade that is held stands
 */
export const issueCredential = async (manager: EntityManager, grant: Grant): Promise<Credential | null> => {
  const { entryId, enrolmentId, decisionId, certifierId, facts, rules } = grant;
  const last = await manager.findOne(Credential, {
    where: { enrolmentId, state: In(sourcesOf(credentialLifecycle, 'supersede')) },
    order: { term: 'DESC' },
    lock: { mode: 'pessimistic_write' },
  });
  const now = await readClock(manager);
  const present = last && !(last.expiresAt !== null && last.expiresAt <= now) ? last : null;
  const effect = compareGrants(present?.facts.grade ?? null, facts.grade);
  if (effect === 'record') return null;
  if (present)
    await transition(manager, credentials, present.id, { event: 'supersede', actorId: certifierId, entryId });
  return create(manager, credentials, {
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
      expiresAt: expiryOf(grant, rules, present, now),
    },
    detail: { grade: facts.grade, ...(present && { follows: present.id }) },
  });
};

const expiryOf = (
  { carried }: Grant,
  rules: SchemeRules,
  present: Credential | null,
  now: Date,
): Date | null => {
  const decidedAt = now.toISOString();
  const sat = dimensions.filter((dimension) => !carried.includes(dimension));
  const validity = present
    ? validityOfHigher(rules, present.expiresAt?.toISOString() ?? null, sat, decidedAt)
    : validityOf(rules, decidedAt);
  return validity && new Date(validity.expiresAt);
};

import { randomBytes } from 'node:crypto';
import {
  credentialLifecycle,
  type CredentialFacts,
  type CredentialState,
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
import { create, Credential, credentials, Decision, held, readClock, transition } from '@ennead/persistence';
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
 * expired is not held: the next credential opens a term of its own. What was revoked is not held either; but a grade that
 * is granted on the same entry afterwards rests on the same sittings, so it lasts no longer than what it comes instead of.
 *
 * @returns null where the grade that is held stands
 */
export const issueCredential = async (manager: EntityManager, grant: Grant): Promise<Credential | null> => {
  const { entryId, enrolmentId, decisionId, certifierId, facts } = grant;
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
      expiresAt: expiryOf(grant, present ?? (await findRevoked(manager, entryId)), now),
    },
    detail: { grade: facts.grade, ...(present && { follows: present.id }) },
  });
};

/** The last that was revoked of this entry. */
const findRevoked = (manager: EntityManager, entryId: string): Promise<Credential | null> =>
  manager
    .createQueryBuilder(Credential, 'credential')
    .innerJoin(Decision, 'decision', 'decision.id = credential.decisionId')
    .where('decision.entryId = :entryId', { entryId })
    .andWhere('credential.state = :state', { state: 'revoked' satisfies CredentialState })
    .orderBy('credential.issuedAt', 'DESC')
    .getOne();

/** @param last the credential that the new one takes the place of, or comes instead of */
const expiryOf = ({ carried, rules }: Grant, last: Credential | null, now: Date): Date | null => {
  const decidedAt = now.toISOString();
  const isNew = last?.state !== 'revoked';
  const sat = dimensions.filter((dimension) => isNew && !carried.includes(dimension));
  const validity = last
    ? validityOfHigher(rules, last.expiresAt?.toISOString() ?? null, sat, decidedAt)
    : validityOf(rules, decidedAt);
  return validity && new Date(validity.expiresAt);
};

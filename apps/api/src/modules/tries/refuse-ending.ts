import { Refusal, type ProblemCode } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { carriedIntoDecided, carriedIntoGrant } from './carried-into.ts';
import { findTries } from './find-tries.ts';
import { judgeExcusing, judgeInPlaceOf, judgeReplacing, type Endable } from './judge-ending.ts';

/** @throws Refusal with what stands against excusing an absence */
export const refuseExcusing = async (manager: EntityManager, found: Case): Promise<void> =>
  refuse(judgeExcusing(await readEndable(manager, found)));

/** @throws Refusal with what stands against a free sitting in the place of an entry */
export const refuseReplacing = async (manager: EntityManager, found: Case): Promise<void> =>
  refuse(judgeReplacing(await readEndable(manager, found)));

const refuse = (code: ProblemCode | null): void => {
  if (code) throw new Refusal(code);
};

const readEndable = async (manager: EntityManager, found: Case): Promise<Endable> => {
  const { entryId, enrolmentId, number, cause, state, firstSatAt, session, decision, proposal, now } = found;
  const [{ granted, decided }]: [{ granted: boolean; decided: boolean }] = await manager.query(
    `SELECT ${carriedIntoGrant('$1')} AS granted, ${carriedIntoDecided('$1')} AS decided`,
    [entryId],
  );
  return {
    cause,
    state,
    hasBegun: firstSatAt !== null,
    hasOpened: Date.parse(session.opensAt) <= now.getTime(),
    outcome: decision?.outcome ?? null,
    isProposed: proposal !== null,
    isCarriedIntoGrant: granted,
    isCarriedIntoDecided: decided,
    next: judgeInPlaceOf((await findTries(manager, [enrolmentId])).get(enrolmentId) ?? [], number),
  };
};

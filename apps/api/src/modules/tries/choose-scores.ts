import { Refusal, type DimensionCode } from '@ennead/contracts';
import { judgeCarryChoice, type CarryContext } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { findRecords, findSittings, type Carriable } from './find-records.ts';
import { refuseCarry } from './refuse-try.ts';

/** @throws Refusal CARRY_NO_SCORE, or what stands against a score */
export const chooseScores = async (
  manager: EntityManager,
  enrolmentId: string,
  carry: readonly DimensionCode[],
  context: Omit<CarryContext, 'sittings'>,
): Promise<Carriable[]> => {
  if (carry.length === 0) return [];
  const cases = await findCasesOf(manager, enrolmentId);
  const chosen = findRecords(cases).filter(({ score }) => carry.includes(score.dimension));
  const missing = carry.filter((code) => !chosen.some(({ score }) => score.dimension === code));
  if (missing.length > 0)
    throw new Refusal(
      'CARRY_NO_SCORE',
      missing.map((code) => ({ path: `carry.${code}`, message: 'no score' })),
    );
  const records = chosen.map(({ record }) => record);
  const choice = judgeCarryChoice(records, { ...context, sittings: findSittings(cases) });
  if (choice.kind === 'refused') refuseCarry(choice.refusals);
  return chosen;
};

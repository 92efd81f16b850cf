import type { House } from '../open-house.ts';
import type { Prepared } from '../prepare.ts';
import { decideCases } from './decide-cases.ts';
import { sitExam } from './sit-exam.ts';
import { Told } from './told.ts';
import { watchSeals } from './watch-seals.ts';
import { workInLab } from './work-in-lab.ts';

/** Everybody does their work at once, until then or until it is done. @returns what they were told */
export const workAtOnce = async (
  prepared: Prepared,
  house: House,
  seed: string,
  until: number,
): Promise<Told> => {
  const { sitters, labWorkers, certifiers, due } = prepared;
  const told = new Told();
  await Promise.all([
    ...sitters.map((sitter) => sitExam(house, sitter, told, seed, until)),
    ...labWorkers.map((worker) => workInLab(house, worker, told, until)),
    ...certifiers.map((certifier) => decideCases(house, certifier, due, told, seed, until)),
    watchSeals(prepared, told, until),
  ]);
  return told;
};

import type { Case } from '../enrolments/case.ts';

/** Whether what is carried into an entry is still the candidate's to choose: nothing of it was begun, and it can be. */
export const mayChooseCarry = ({ state, cause, firstSatAt }: Case): boolean =>
  state === 'entered' && cause !== 'mock' && firstSatAt === null;

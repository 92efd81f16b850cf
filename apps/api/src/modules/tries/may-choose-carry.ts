import { entryLifecycle } from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import type { Case } from '../enrolments/case.ts';

/** Whether what is carried into an entry is still the candidate's to choose: nothing of it was begun, and it can be. */
export const mayChooseCarry = ({ state, cause, firstSatAt }: Case): boolean =>
  state === stateAfter(entryLifecycle, 'enter') && cause !== 'mock' && firstSatAt === null;

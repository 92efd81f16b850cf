import { createContext, use } from 'react';
import type { StepCode, StepPlace } from './list-steps.ts';

/** The steps of the page, for each step to find its number and address. */
export const StepsContext = createContext<readonly StepPlace[]>([]);

/** @param partId of a step that shows one part */
export function useStepPlace(code: StepCode, partId: string | null): StepPlace {
  const found = use(StepsContext).find((one) => one.code === code && one.partId === partId);
  if (!found) throw new Error(`${code} is no step of this page`);
  return found;
}

import type { OwnEnrolment } from '@ennead/contracts';
import { useState, type ReactNode } from 'react';
import { EnterDialog } from './enter-dialog.tsx';

/** What is needed to choose the session of the next try. */
export interface Entering {
  readonly choose: (enrolment: OwnEnrolment) => void;
  /** Belongs to the page: the place that it was opened from may go while it still has something to say. */
  readonly dialog: ReactNode;
}

/** @param enrolments as they stand now */
export function useEntering(enrolments: readonly OwnEnrolment[] | undefined): Entering {
  const [chosen, choose] = useState<OwnEnrolment | null>(null);
  const now = enrolments?.find(({ id }) => id === chosen?.id);
  return {
    choose,
    dialog: chosen && (
      // Once it is entered, the number after it is the next one.
      <EnterDialog enrolment={now ?? chosen} number={chosen.nextNumber} onClose={() => choose(null)} />
    ),
  };
}

import type { OwnEnrolment } from '@ennead/contracts';
import { useState, type ReactNode } from 'react';
import { EnterDialog } from './enter-dialog.tsx';

/** What is needed to choose the session of the next try. */
export interface Entering {
  readonly choose: (enrolment: OwnEnrolment, number: number) => void;
  /** Belongs to the page: the place that it was opened from may go while it still has something to say. */
  readonly dialog: ReactNode;
}

/** @param enrolments as they stand now */
export function useEntering(enrolments: readonly OwnEnrolment[] | undefined): Entering {
  const [chosen, setChosen] = useState<{ readonly enrolment: OwnEnrolment; readonly number: number } | null>(
    null,
  );
  const now = enrolments?.find(({ id }) => id === chosen?.enrolment.id);
  return {
    choose: (enrolment, number) => setChosen({ enrolment, number }),
    dialog: chosen && (
      <EnterDialog
        enrolment={now ?? chosen.enrolment}
        number={chosen.number}
        onClose={() => setChosen(null)}
      />
    ),
  };
}

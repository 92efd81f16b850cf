import type { OpenCarryChoice } from '@ennead/contracts';
import { useState, type ReactNode } from 'react';
import { CarryDialog } from './carry-dialog.tsx';

/** What is needed to choose what is carried over into an entry that was made. */
export interface ChoosingCarry {
  readonly choose: (choice: OpenCarryChoice) => void;
  /** Belongs to the page: the place that it was opened from goes when a part is begun elsewhere, and the refusal has to stay. */
  readonly dialog: ReactNode;
}

export function useChoosingCarry(): ChoosingCarry {
  const [choice, choose] = useState<OpenCarryChoice | null>(null);
  return { choose, dialog: choice && <CarryDialog choice={choice} onClose={() => choose(null)} /> };
}

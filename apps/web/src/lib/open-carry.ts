import type { DimensionCode, OpenCarryChoice, OpenCarryOption } from '@ennead/contracts';

const ofKind = ({ carry }: OpenCarryChoice, kind: OpenCarryOption['verdict']['kind']): DimensionCode[] =>
  carry.filter(({ verdict }) => verdict.kind === kind).map(({ dimension }) => dimension);

/** What is carried over into the entry already. */
export const keptIn = (choice: OpenCarryChoice): DimensionCode[] => ofKind(choice, 'kept');

/** What could be carried over besides. */
export const carriableIn = (choice: OpenCarryChoice): DimensionCode[] => ofKind(choice, 'carriable');

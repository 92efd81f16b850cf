import { isGivenOut, type EvidenceView } from '@ennead/contracts';

/** What a withdrawal takes back besides the grade: a certificate, whose time may be over, or nothing, for the grade is on record only. */
export type WithdrawalReach = 'certificate' | 'record';

export const withdrawalReach = ({ decision }: Pick<EvidenceView, 'decision'>): WithdrawalReach =>
  isGivenOut(decision?.credential?.status) ? 'certificate' : 'record';

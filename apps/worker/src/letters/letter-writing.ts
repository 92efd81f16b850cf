import {
  accommodationLifecycle,
  appointmentProposalLifecycle,
  attemptLifecycle,
  credentialLifecycle,
  decisionLifecycle,
  entryLifecycle,
  eventName,
  examSessionLifecycle,
  labSessionLifecycle,
  portfolioLifecycle,
  reviewLifecycle,
} from '@ennead/contracts';
import type { ContentBank } from '@ennead/persistence';
import type { Handler } from '../events/handler.ts';
import { tellAccommodation } from './tell-accommodation.ts';
import { tellAppointment } from './tell-appointment.ts';
import { tellCertificateIssued, tellCertificateRevoked } from './tell-certificate.ts';
import { tellEnrolled } from './tell-enrolled.ts';
import { tellHandedIn } from './tell-handed-in.ts';
import { tellPlaceOffered } from './tell-place-offered.ts';
import { tellResultDecided } from './tell-result-decided.ts';
import { tellScript } from './tell-script.ts';
import { tellTakenOut, tellTurnedDown } from './tell-seat-ended.ts';
import { tellSessionCancelled, tellSessionChanged } from './tell-session.ts';
import { tellTakenOff } from './tell-taken-off.ts';
import type { Teller } from './teller.ts';

/** What people are told of, and by what. */
const tellers: Readonly<Record<string, Teller>> = {
  [eventName(entryLifecycle, 'enter')]: tellEnrolled,
  [eventName(examSessionLifecycle, 'change')]: tellSessionChanged,
  [eventName(examSessionLifecycle, 'extend')]: tellSessionChanged,
  [eventName(examSessionLifecycle, 'cancel')]: tellSessionCancelled,
  [eventName(examSessionLifecycle, 'admit')]: tellTakenOff,
  [eventName(entryLifecycle, 'confirm')]: tellEnrolled,
  [eventName(entryLifecycle, 'offer')]: tellPlaceOffered,
  [eventName(entryLifecycle, 'turn-down')]: tellTurnedDown,
  [eventName(entryLifecycle, 'withdraw')]: tellTakenOut,
  [eventName(accommodationLifecycle, 'approve')]: tellAccommodation('accommodation-granted'),
  [eventName(accommodationLifecycle, 'refuse')]: tellAccommodation('accommodation-refused'),
  [eventName(attemptLifecycle, 'submit')]: tellHandedIn('form'),
  [eventName(labSessionLifecycle, 'hand-in')]: tellHandedIn('lab'),
  [eventName(portfolioLifecycle, 'submit')]: tellHandedIn('portfolio'),
  [eventName(decisionLifecycle, 'decide')]: tellResultDecided,
  [eventName(decisionLifecycle, 'confirm')]: tellResultDecided,
  [eventName(decisionLifecycle, 'withdraw')]: tellResultDecided,
  [eventName(credentialLifecycle, 'issue')]: tellCertificateIssued,
  [eventName(credentialLifecycle, 'revoke')]: tellCertificateRevoked,
  [eventName(appointmentProposalLifecycle, 'propose')]: tellAppointment,
  [eventName(reviewLifecycle, 'assign')]: tellScript('script-assigned'),
};

/** Writes to people about what happened to what is theirs; once each, however often it is told. */
export const letterWriting = (bank: ContentBank): Handler<'letter-writing'> => ({
  name: 'letter-writing',
  on: Object.keys(tellers),
  handle: (manager, { id, name, subjectId }) => tellers[name]!(manager, bank, subjectId, id),
});

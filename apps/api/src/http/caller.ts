import type { Locale, PersonRole } from '@ennead/contracts';
import type { Request } from 'express';

/** Whoever makes the request, as the database knows them at this moment. */
export type Caller = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly PersonRole[];
  readonly locale: Locale;
  readonly institutionId: string | null;
  /** Whether the address was shown to be theirs. */
  readonly emailConfirmed: boolean;
  /** Whether roles of theirs are left out until they set a password by a link that was mailed to them. */
  readonly passwordDue: boolean;
  /** Whether they have to set up a second factor before anything else. */
  readonly lacksSecondFactor: boolean;
};

export type RequestWithCaller = Request & { caller?: Caller };

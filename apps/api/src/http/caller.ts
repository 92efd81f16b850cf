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
};

export type RequestWithCaller = Request & { caller?: Caller };

import { SetMetadata } from '@nestjs/common';
import type { PersonRole } from '@ennead/contracts';

/** Who may call a handler: anybody, anybody logged in, or holders of one of the named roles. */
export type Access = 'public' | 'logged-in' | readonly PersonRole[];

export const ACCESS = 'ennead:access';

export const WITHOUT_SECOND_FACTOR = 'ennead:without-second-factor';

/** Also for whoever has to set up a second factor first: what they need for that, and to leave. */
export const AllowWithoutSecondFactor = () => SetMetadata(WITHOUT_SECOND_FACTOR, true);

export const AllowLoggedIn = () => SetMetadata(ACCESS, 'logged-in' satisfies Access);
export const Allow = (...roles: [PersonRole, ...PersonRole[]]) => SetMetadata(ACCESS, roles);

import { SetMetadata } from '@nestjs/common';
import type { PersonRole } from '@ennead/contracts';

/** Who may call a handler: anybody, anybody logged in, or holders of one of the named roles. */
export type Access = 'public' | 'logged-in' | readonly PersonRole[];

export const ACCESS = 'ennead:access';

export const AllowLoggedIn = () => SetMetadata(ACCESS, 'logged-in' satisfies Access);
export const Allow = (...roles: [PersonRole, ...PersonRole[]]) => SetMetadata(ACCESS, roles);

import { Controller, Inject } from '@nestjs/common';
import { AllowLoggedIn } from '../../http/allow.ts';
import { CSRF, csrfCookie, type CsrfProtection } from '../../http/csrf.ts';
import { logInCookie } from '../../http/log-ins.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { beginLogIn, endLogIn } from './begin-log-in.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly people: People,
    @Inject(CSRF) private readonly csrf: CsrfProtection,
  ) {}

  @Serves('GET /api/auth/csrf')
  token({ request, response }: Asked<'GET /api/auth/csrf'>) {
    return { token: this.csrf.generateCsrfToken(request, response) };
  }

  @Serves('GET /api/auth/me')
  async me({ caller }: Asked<'GET /api/auth/me'>) {
    return { person: caller ? await this.people.view(caller) : null };
  }

  @Serves('POST /api/auth/register')
  async register({ request, body }: Asked<'POST /api/auth/register'>) {
    await beginLogIn(request, await this.identity.register(body));
  }

  @Serves('POST /api/auth/log-in')
  async logIn({ request, body }: Asked<'POST /api/auth/log-in'>) {
    await beginLogIn(request, await this.identity.logIn(body));
  }

  @Serves('POST /api/auth/log-out')
  @AllowLoggedIn()
  async logOut({ request, response }: Asked<'POST /api/auth/log-out'>) {
    await endLogIn(request);
    for (const cookie of [logInCookie, csrfCookie]) response.clearCookie(cookie);
  }

  @Serves('GET /api/auth/invitations/:token')
  invitation({ params: { token } }: Asked<'GET /api/auth/invitations/:token'>) {
    return this.identity.viewInvitation(token);
  }

  @Serves('POST /api/auth/accept-invitation')
  async accept({ request, body }: Asked<'POST /api/auth/accept-invitation'>) {
    await beginLogIn(request, await this.identity.acceptInvitation(body));
  }

  @Serves('PUT /api/auth/password')
  @AllowLoggedIn()
  password({ caller, body, request }: Asked<'PUT /api/auth/password'>) {
    return this.identity.changePassword(caller, request.sessionID, body);
  }

  @Serves('PUT /api/auth/locale')
  @AllowLoggedIn()
  locale({ caller, body }: Asked<'PUT /api/auth/locale'>) {
    return this.identity.changeLocale(caller, body.locale);
  }
}

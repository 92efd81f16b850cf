import { Controller, Inject } from '@nestjs/common';
import { AllowLoggedIn, AllowWithoutSecondFactor } from '../../http/allow.ts';
import { CSRF, csrfCookie, type CsrfProtection } from '../../http/csrf.ts';
import { logInCookie } from '../../http/log-ins.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { addressOf } from '../../http/address-of.ts';
import { browserKnowing, openerOf } from '../../http/known-browsers.ts';
import { beginLogIn, endLogIn } from './begin-log-in.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly people: People,
    @Inject(CSRF) private readonly csrf: CsrfProtection,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves('GET /api/auth/csrf')
  token({ request, response }: Asked<'GET /api/auth/csrf'>) {
    return { token: this.csrf.generateCsrfToken(request, response) };
  }

  @Serves('GET /api/auth/me')
  async me({ caller, request }: Asked<'GET /api/auth/me'>) {
    if (caller) return { person: await this.people.view(caller) };
    return { person: null, ...((await this.identity.findAwaited(request)) && { awaits: 'code' as const }) };
  }

  @Serves('POST /api/auth/log-in')
  async logIn({ body, ...asked }: Asked<'POST /api/auth/log-in'>) {
    const admitted = await this.identity.logIn(body, {
      address: addressOf(asked.request),
      opener: openerOf(asked.request),
      browserKnowing: (id) => browserKnowing(asked.request, id, this.settings),
    });
    await this.identity.admit(asked.request, admitted, () => beginLogIn(asked, admitted.id, this.settings));
  }

  @Serves('POST /api/auth/log-in/code')
  async giveCode({ body, ...asked }: Asked<'POST /api/auth/log-in/code'>) {
    await this.identity.finishLogIn(asked.request, body.code, (personId) =>
      beginLogIn(asked, personId, this.settings),
    );
  }

  @Serves('POST /api/auth/log-out')
  @AllowLoggedIn()
  @AllowWithoutSecondFactor()
  async logOut({ request, response }: Asked<'POST /api/auth/log-out'>) {
    await endLogIn(request);
    for (const cookie of [logInCookie, csrfCookie]) response.clearCookie(cookie);
  }

  @Serves('GET /api/auth/invitations/:token')
  invitation({ params: { token }, request }: Asked<'GET /api/auth/invitations/:token'>) {
    return this.identity.viewInvitation(token, addressOf(request));
  }

  @Serves('POST /api/auth/accept-invitation')
  async accept({ body, ...asked }: Asked<'POST /api/auth/accept-invitation'>) {
    const admitted = await this.identity.acceptInvitation(body, addressOf(asked.request));
    await this.identity.admit(asked.request, admitted, () => beginLogIn(asked, admitted.id, this.settings));
  }

  @Serves('PUT /api/auth/password')
  @AllowLoggedIn()
  password({ caller, body, request }: Asked<'PUT /api/auth/password'>) {
    return this.identity.changePassword(caller, request.sessionID, body);
  }

  @Serves('POST /api/auth/close')
  @AllowLoggedIn()
  close({ caller, body }: Asked<'POST /api/auth/close'>) {
    return this.identity.close(caller, body.password);
  }

  @Serves('PUT /api/auth/locale')
  @AllowLoggedIn()
  @AllowWithoutSecondFactor()
  locale({ caller, body }: Asked<'PUT /api/auth/locale'>) {
    return this.identity.changeLocale(caller, body.locale);
  }
}

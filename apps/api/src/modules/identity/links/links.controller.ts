import { Controller, Inject } from '@nestjs/common';
import { addressOf } from '../../../http/address-of.ts';
import { Allow, AllowLoggedIn } from '../../../http/allow.ts';
import { rememberBrowser } from '../../../http/known-browsers.ts';
import { Serves, type Asked } from '../../../http/serves.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { beginLogIn } from '../begin-log-in.ts';
import { IdentityService } from '../identity.service.ts';
import { Links } from './links.ts';
import { OwnAddress } from './own-address.ts';
import { PasswordResets } from './password-resets.ts';
import { Registrations } from './registrations.ts';

@Controller()
export class LinksController {
  constructor(
    private readonly identity: IdentityService,
    private readonly links: Links,
    private readonly registrations: Registrations,
    private readonly resets: PasswordResets,
    private readonly address: OwnAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves('GET /api/auth/links/:token')
  view({ params: { token }, request }: Asked<'GET /api/auth/links/:token'>) {
    return this.links.view(token, addressOf(request));
  }

  @Serves('POST /api/auth/register')
  register({ body }: Asked<'POST /api/auth/register'>) {
    return this.registrations.register(body);
  }

  @Serves('POST /api/auth/register/finish')
  async finish({ body, ...asked }: Asked<'POST /api/auth/register/finish'>) {
    const admitted = await this.registrations.finish(body, addressOf(asked.request));
    await this.identity.admit(asked.request, admitted, () => beginLogIn(asked, admitted.id, this.settings));
  }

  @Serves('POST /api/auth/forgotten-password')
  forgotten({ body }: Asked<'POST /api/auth/forgotten-password'>) {
    return this.resets.ask(body.email);
  }

  @Serves('POST /api/auth/reset-password')
  async reset({ body, request, response }: Asked<'POST /api/auth/reset-password'>) {
    const personId = await this.resets.reset(body, addressOf(request));
    // Whoever has the link is no stranger: however others have guessed, they come in.
    rememberBrowser(request, response, personId, this.settings);
  }

  @Serves('POST /api/people/:id/link')
  @Allow('administrator')
  issue({ caller, params: { id }, body }: Asked<'POST /api/people/:id/link'>) {
    return this.resets.issue(caller, id, body.reason);
  }

  @Serves('POST /api/auth/address/send')
  @AllowLoggedIn()
  send({ caller }: Asked<'POST /api/auth/address/send'>) {
    return this.address.send(caller);
  }

  @Serves('POST /api/auth/address/confirm')
  @AllowLoggedIn()
  confirm({ caller, body, request }: Asked<'POST /api/auth/address/confirm'>) {
    return this.address.confirm(caller, body.token, addressOf(request));
  }

  @Serves('PUT /api/auth/address')
  @AllowLoggedIn()
  change({ caller, body }: Asked<'PUT /api/auth/address'>) {
    return this.address.change(caller, body);
  }
}

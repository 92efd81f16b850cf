import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AcceptInvitationInput,
  ChangeLocaleInput,
  ChangePasswordInput,
  CsrfView,
  InvitationView,
  LogInInput,
  RegisterInput,
  SessionView,
} from '@ennead/contracts';
import type { Response } from 'express';
import { AllowLoggedIn, AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller, type RequestWithCaller } from '../../http/caller.ts';
import { CSRF, csrfCookie, type CsrfProtection } from '../../http/csrf.ts';
import { sessionCookie } from '../../http/web-session.ts';
import { beginWebSession, endWebSession } from './begin-web-session.ts';
import { IdentityService } from './identity.service.ts';
import { People } from './people.ts';

@Controller('auth')
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly people: People,
    @Inject(CSRF) private readonly csrf: CsrfProtection,
  ) {}

  @Get('csrf')
  @AllowPublic()
  @Answers(CsrfView)
  token(@Req() request: RequestWithCaller, @Res({ passthrough: true }) response: Response) {
    return { token: this.csrf.generateCsrfToken(request, response) };
  }

  @Get('me')
  @AllowPublic()
  @Answers(SessionView)
  async me(@FromCaller() caller: Caller | undefined) {
    return { person: caller ? await this.people.view(caller) : null };
  }

  @Post('register')
  @AllowPublic()
  @HttpCode(204)
  async register(@Req() request: RequestWithCaller, @Body({ schema: RegisterInput }) input: RegisterInput) {
    await beginWebSession(request, await this.identity.register(input));
  }

  @Post('log-in')
  @AllowPublic()
  @HttpCode(204)
  async logIn(@Req() request: RequestWithCaller, @Body({ schema: LogInInput }) input: LogInInput) {
    await beginWebSession(request, await this.identity.logIn(input));
  }

  @Post('log-out')
  @AllowLoggedIn()
  @HttpCode(204)
  async logOut(@Req() request: RequestWithCaller, @Res({ passthrough: true }) response: Response) {
    await endWebSession(request);
    for (const cookie of [sessionCookie, csrfCookie]) response.clearCookie(cookie);
  }

  @Get('invitations/:token')
  @AllowPublic()
  @Answers(InvitationView)
  invitation(@Param('token', { schema: AcceptInvitationInput.shape.token }) token: string) {
    return this.identity.viewInvitation(token);
  }

  @Post('accept-invitation')
  @AllowPublic()
  @HttpCode(204)
  async accept(
    @Req() request: RequestWithCaller,
    @Body({ schema: AcceptInvitationInput }) input: AcceptInvitationInput,
  ) {
    await beginWebSession(request, await this.identity.acceptInvitation(input));
  }

  @Put('password')
  @AllowLoggedIn()
  @HttpCode(204)
  password(@FromCaller() caller: Caller, @Body({ schema: ChangePasswordInput }) input: ChangePasswordInput) {
    return this.identity.changePassword(caller, input);
  }

  @Put('locale')
  @AllowLoggedIn()
  @HttpCode(204)
  locale(@FromCaller() caller: Caller, @Body({ schema: ChangeLocaleInput }) input: ChangeLocaleInput) {
    return this.identity.changeLocale(caller, input.locale);
  }
}

import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actsForHeader, Refusal } from '@ennead/contracts';
import { ACCESS, WITHOUT_SECOND_FACTOR, type Access } from './allow.ts';
import type { RequestWithCaller } from './caller.ts';
import { Callers } from './callers.ts';
import { LogInUses } from './log-in-uses.ts';

/** Lets a request through only where the handler names its caller. A handler that names nobody is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly uses: LogInUses,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler()]);
    if (access === undefined) throw new Refusal('FORBIDDEN');
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const personId = request.session?.personId;
    request.caller = personId ? ((await this.callers.findCaller(personId)) ?? undefined) : undefined;
    if (request.caller) this.uses.note(request.sessionID);
    if (access === 'public') return true;
    if (!request.caller) throw new Refusal('NOT_LOGGED_IN');
    // A page that was opened by one person does nothing in the name of another who has logged in in its browser since.
    const actsFor = request.get(actsForHeader);
    if (actsFor !== undefined && actsFor !== request.caller.id) throw new Refusal('CALLER_CHANGED');
    const { roles, lacksSecondFactor } = request.caller;
    if (lacksSecondFactor && !this.reflector.get(WITHOUT_SECOND_FACTOR, context.getHandler()))
      throw new Refusal('SECOND_FACTOR_DUE');
    if (access !== 'logged-in' && !access.some((role) => roles.includes(role)))
      throw new Refusal('FORBIDDEN');
    return true;
  }
}

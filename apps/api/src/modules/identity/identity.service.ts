import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  invitationLifecycle,
  Refusal,
  type AcceptInvitationInput,
  type ChangePasswordInput,
  type InvitationView,
  type Locale,
  type LogInInput,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  Invitation,
  invitations,
  Person,
  readClock,
  recordAudit,
  SecondFactor,
  transition,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { Request } from 'express';
import { DataSource, In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { AccountOpenings } from '../../infrastructure/account-openings.ts';
import { Guesses } from './guesses.ts';
import { linkGuessing, logInGuessing } from './log-in-guessing.ts';
import { demandGoodPassword } from './demand-good-password.ts';
import { awaitCode, awaitedBy } from './begin-log-in.ts';
import { isClosedForAnother } from './is-closed-for-another.ts';
import { closeAccount } from './close-account.ts';
import { demandPassword, wrongPassword } from './demand-password.ts';
import { dropUnconfirmedFactor } from './forget-factor.ts';
import { tellOfNewPassword } from './links/tell-of-new-password.ts';
import { voidLinksOf } from './links/void-links.ts';
import { endLogInsOf } from './end-log-ins.ts';
import { FailedLogIns } from './failed-log-ins.ts';
import { lockPerson, lockWithPassword } from './lock-person.ts';
import { hashToken } from './make-invitation.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { People } from './people.ts';
import { SecondFactors } from './second-factors.ts';
import { takeAccount } from './take-account.ts';
import { viewOffer } from './view-offer.ts';

/** Whence somebody comes to log in. */
export type Arrival = {
  readonly address: string;
  /** Who was the first to log in on their browser, as its mark. */
  readonly opener: string | null;
  /** What their browser is called, where this account was logged in on it before. */
  readonly browserKnowing: (personId: string) => string | null;
};

/** Whoever has shown that they know a password, and what it was kept as. */
export type Admitted = Pick<Person, 'id' | 'passwordHash'> & {
  /** Whether they have just opened the account, which is recorded as that. */
  readonly opened?: true;
};

@Injectable()
export class IdentityService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: People,
    private readonly failures: FailedLogIns,
    private readonly guesses: Guesses,
    private readonly factors: SecondFactors,
    private readonly openings: AccountOpenings,
  ) {}

  /**
   * @returns whose password it is, or refuses without saying whether the address or the password was wrong; ACCOUNT_JOINED to whoever
   *   knows that of an account that was closed because its person has another
   */
  async logIn(
    { email, password }: LogInInput,
    { address, opener, browserKnowing }: Arrival,
  ): Promise<Admitted> {
    const person = await this.people.findByEmail(email);
    const guessing = logInGuessing(email, {
      address,
      opener,
      known: person && browserKnowing(person.id),
    });
    const booked = await this.guesses.book(guessing);
    const matches = await checkPassword(person?.passwordHash ?? null, password);
    // Said to nobody but who knows the password.
    if (person && matches && person.disabledAt && (await isClosedForAnother(this.db.manager, person.id))) {
      await this.guesses.takeBack(booked);
      throw new Refusal('ACCOUNT_JOINED');
    }
    if (!person || !matches || person.disabledAt) {
      await this.failures.note(email, person?.id ?? null);
      throw new Refusal('CREDENTIALS_WRONG');
    }
    await this.guesses.takeBack(booked);
    return person;
  }

  /**
   * Begins the log-in of whoever has just shown a password, or has a code asked for where that alone lets nobody in. The person is
   * locked meanwhile: a password or a second factor that changes at that moment finds this log-in and ends it, or is found here.
   *
   * @param begin saves the log-in
   * @throws Refusal CREDENTIALS_WRONG where the password has changed since
   */
  async admit(request: Request, admitted: Admitted, begin: () => Promise<void>): Promise<void> {
    const { id } = admitted;
    await this.db.transaction(async (manager) => {
      await lockWithPassword(manager, admitted, () => new Refusal('CREDENTIALS_WRONG'));
      if (await manager.existsBy(SecondFactor, { personId: id, confirmedAt: Not(IsNull()) }))
        return awaitCode(request, id, await readClock(manager));
      if (admitted.opened !== true) await recordLogIn(manager, id);
      await begin();
    });
  }

  /** Of whom a code is asked; null where of nobody. */
  async findAwaited(request: Request): Promise<string | null> {
    return request.session?.awaitsPersonId ? awaitedBy(request, await readClock(this.db)) : null;
  }

  /**
   * Begins the log-in once the code is right as well, unless what ends log-ins has ended the waiting meanwhile.
   *
   * @param begin saves the log-in
   */
  async finishLogIn(
    request: Request,
    code: string,
    begin: (personId: string) => Promise<void>,
  ): Promise<void> {
    const personId = await this.findAwaited(request);
    if (!personId) throw new Refusal('CODE_NOT_AWAITED');
    await this.factors.withCode(personId, code, async (manager, by) => {
      if (!(await manager.existsBy(Person, { id: personId, disabledAt: IsNull() })))
        throw new Refusal('CREDENTIALS_WRONG');
      const waits: unknown[] = await manager.query(
        `SELECT FROM web_session WHERE sid = $1 AND sess ->> 'awaitsPersonId' = $2`,
        [request.sessionID, personId],
      );
      if (waits.length === 0) throw new Refusal('CODE_NOT_AWAITED');
      await recordLogIn(manager, personId, { by });
      await begin(personId);
    });
  }

  async viewInvitation(token: string, address: string): Promise<InvitationView> {
    const invitation = await this.findOpenInvitation(token, address);
    const person = await this.db.manager.findOneByOrFail(Person, { id: invitation.personId });
    const { cohortName, seat } = invitation.cohortId
      ? await viewOffer(this.db.manager, { personId: person.id, cohortId: invitation.cohortId })
      : { cohortName: null, seat: null };
    return { name: person.name, email: person.email, cohortName, seat };
  }

  /** Sets the first password of somebody who was invited. @returns whose it is */
  async acceptInvitation(
    { token, password, locale }: AcceptInvitationInput,
    address: string,
  ): Promise<Admitted> {
    const { tokenHash, personId, cohortId, mailed } = await this.findOpenInvitation(token, address);
    const person = await this.db.manager.findOneByOrFail(Person, { id: personId });
    await demandGoodPassword(password, person, 'password');
    const passwordHash = await hashPassword(password);
    const alsoOpen = await this.openings.prepare();
    await this.db.transaction(async (manager) => {
      // Whatever follows the person: the seat's session, enrolment and entry come before them.
      if (cohortId) await alsoOpen(manager, { personId, cohortId });
      const locked = await lockPerson(manager, personId);
      if (locked.disabledAt || locked.passwordHash !== null) throw new Refusal('INVITATION_INVALID');
      const accepted = await transition(manager, invitations, tokenHash, {
        event: 'accept',
        actorId: personId,
        guards: { 'in-time': sql`expires_at > clock()` },
        set: { acceptedAt: sql`clock()` },
        detail: { personId },
      });
      if (!accepted) throw new Refusal('INVITATION_INVALID');
      await takeAccount(manager, locked, { passwordHash, locale, isTheirs: mailed, showsAddress: mailed });
    });
    return { id: personId, passwordHash, opened: true };
  }

  /** Every other log-in of the person ends: whoever had the old password is out. */
  async changePassword(
    caller: Caller,
    logInId: string,
    { current, next }: ChangePasswordInput,
  ): Promise<void> {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, current, 'current');
    await demandGoodPassword(next, person, 'next');
    const passwordHash = await hashPassword(next);
    await this.db.transaction(async (manager) => {
      await lockWithPassword(manager, person, () => wrongPassword('current'));
      await manager.update(Person, { id: caller.id }, { passwordHash });
      await dropUnconfirmedFactor(manager, caller.id);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'password.changed',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      await voidLinksOf(manager, caller.id, caller.id);
      await endLogInsOf(manager, caller.id, logInId);
      await tellOfNewPassword(manager, caller.id);
    });
  }

  /** @throws Refusal PASSWORD_WRONG, ACCOUNT_STAFF, ACCOUNT_IN_USE */
  async close(caller: Caller, password: string): Promise<void> {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, password);
    await this.db.transaction(async (manager) => {
      await lockWithPassword(manager, person, wrongPassword);
      await closeAccount(manager, caller.id);
    });
  }

  async changeLocale(caller: Caller, locale: Locale): Promise<void> {
    await this.db.manager.update(Person, { id: caller.id }, { locale });
  }

  /** One that was given out is found however often others were tried from the same address. */
  private async findOpenInvitation(token: string, address: string): Promise<Invitation> {
    const invitation = await this.db.manager.findOneBy(Invitation, {
      tokenHash: hashToken(token),
      state: In(sourcesOf(invitationLifecycle, 'accept')),
      expiresAt: MoreThan(await readClock(this.db)),
    });
    if (invitation) return invitation;
    await this.guesses.book(linkGuessing(address));
    throw new Refusal('INVITATION_INVALID');
  }
}

const recordLogIn = (
  manager: EntityManager,
  personId: string,
  detail: Record<string, unknown> = {},
): Promise<void> =>
  recordAudit(manager, {
    actorId: personId,
    action: 'person.logged-in',
    subjectKind: 'person',
    subjectId: personId,
    detail,
  });

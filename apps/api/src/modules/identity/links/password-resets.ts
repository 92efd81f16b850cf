import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type IssuedLink, type SetPasswordInput } from '@ennead/contracts';
import { Person, recordAudit } from '@ennead/persistence';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../../http/caller.ts';
import { takingAlike } from '../../../infrastructure/taking-alike.ts';
import { demandGoodPassword } from '../demand-good-password.ts';
import { Guesses } from '../guesses.ts';
import { lockPerson } from '../lock-person.ts';
import { takeAccount } from '../take-account.ts';
import { letterGuessing } from '../log-in-guessing.ts';
import { hashPassword } from '../passwords.ts';
import { GivenLinks } from './given-links.ts';
import { Links, useLink } from './links.ts';

/** The way back for whoever has forgotten their password. */
@Injectable()
export class PasswordResets {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
    private readonly links: Links,
    private readonly given: GivenLinks,
  ) {}

  /** Sends a link to whoever has an account with this address, taken yet or not; answers alike for everybody else. */
  async ask(email: string): Promise<void> {
    await this.guesses.book(letterGuessing('reset-password', email));
    await takingAlike(() =>
      this.db.transaction(async (manager) => {
        const known = await manager.findOneBy(Person, { email, disabledAt: IsNull() });
        // An account that nobody has opened and nobody holds is opened by registering, under one's own name.
        if (!known || known.releasedAt) return;
        await this.given.mailReset(manager, await lockPerson(manager, known.id), null);
      }),
    );
  }

  /**
   * Sets a new password by a link, or a first one. Every log-in ends, and every other link; nobody is logged in by it, so a
   * second factor is asked for all the same.
   *
   * @returns the person's id
   */
  async reset({ token, password, locale }: SetPasswordInput, from: string): Promise<string> {
    const link = await this.links.find(token, ['reset-password'], from);
    const personId = link.personId!;
    const holder = await this.db.manager.findOneByOrFail(Person, { id: personId });
    await demandGoodPassword(password, holder, 'password');
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (manager) => {
      const person = await lockPerson(manager, personId);
      if (person.disabledAt) throw new Refusal('LINK_INVALID');
      await useLink(manager, link, personId);
      await recordAudit(manager, {
        actorId: personId,
        action: 'password.reset',
        subjectKind: 'person',
        subjectId: personId,
      });
      const showsAddress = link.mailed && link.address === person.email;
      const isTheirs = showsAddress || link.byOperator;
      await takeAccount(manager, person, { passwordHash, locale, isTheirs, showsAddress });
    });
    return personId;
  }

  /**
   * A link that an administrator asked for: an invitation where nobody has taken the account yet, else one to set a new
   * password. It ends nothing until it is used. To be handed over, or by mail alone (`GivenLinks`).
   *
   * @throws Refusal NOT_FOUND, ACCOUNT_DISABLED
   */
  issue(caller: Caller, personId: string, reason: string): Promise<IssuedLink> {
    return this.db.transaction(async (manager) => {
      if (!(await manager.existsBy(Person, { id: personId }))) throw new Refusal('NOT_FOUND');
      const person = await lockPerson(manager, personId);
      if (person.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'password.link-issued',
        subjectKind: 'person',
        subjectId: personId,
        detail: { reason },
      });
      return person.passwordHash === null
        ? { kind: 'invitation', ...(await this.given.invite(manager, caller, person)) }
        : { kind: 'reset-password', ...(await this.given.reset(manager, caller, person)) };
    });
  }
}

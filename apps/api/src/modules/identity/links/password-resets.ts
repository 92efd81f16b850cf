import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type IssuedLink, type SetPasswordInput } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { Person, readClock, recordAudit } from '@ennead/persistence';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../../http/caller.ts';
import { takingAlike } from '../../../infrastructure/taking-alike.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { demandGoodPassword } from '../demand-good-password.ts';
import { endLogInsOf } from '../end-log-ins.ts';
import { Guesses } from '../guesses.ts';
import { lockPerson } from '../lock-person.ts';
import { letterGuessing } from '../log-in-guessing.ts';
import { makeInvitation } from '../make-invitation.ts';
import { hashPassword } from '../passwords.ts';
import { Links, useLink } from './links.ts';
import { makeLink } from './make-link.ts';
import { tellOfNewPassword } from './tell-of-new-password.ts';
import { voidInvitationsOf, voidLinksOf } from './void-links.ts';

/** The way back for whoever has forgotten their password. */
@Injectable()
export class PasswordResets {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sends a link to whoever has an account with this address, taken yet or not; answers alike for everybody else. */
  async ask(email: string): Promise<void> {
    await this.guesses.book(letterGuessing('reset-password', email));
    await takingAlike(() =>
      this.db.transaction(async (manager) => {
        const known = await manager.findOneBy(Person, { email, disabledAt: IsNull() });
        if (!known) return;
        await lockPerson(manager, known.id);
        const { url, expiresAt } = await makeLink(manager, {
          purpose: 'reset-password',
          personId: known.id,
          address: email,
          mailed: true,
          actorId: null,
          publicUrl: this.settings.PUBLIC_URL,
        });
        await queueMessage(manager, {
          kind: 'password-reset',
          to: { personId: known.id },
          params: { until: { at: expiresAt.toISOString() } },
          link: url,
          linkExpiresAt: expiresAt,
        });
      }),
    );
  }

  /**
   * Sets a new password by a link, or a first one. Every log-in ends, and every other link; nobody is logged in by it, so a
   * second factor is asked for all the same.
   *
   * @returns the person's id
   */
  async reset({ token, password }: SetPasswordInput, from: string): Promise<string> {
    const link = await this.links.find(token, ['reset-password'], from);
    const personId = link.personId!;
    const holder = await this.db.manager.findOneByOrFail(Person, { id: personId });
    demandGoodPassword(password, holder, 'password');
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (manager) => {
      const person = await lockPerson(manager, personId);
      if (person.disabledAt) throw new Refusal('LINK_INVALID');
      await useLink(manager, link, personId);
      const confirms = link.mailed && link.address === person.email && !person.emailConfirmedAt;
      await manager.update(
        Person,
        { id: personId },
        { passwordHash, ...(confirms && { emailConfirmedAt: await readClock(manager) }) },
      );
      await recordAudit(manager, {
        actorId: personId,
        action: 'password.reset',
        subjectKind: 'person',
        subjectId: personId,
      });
      await voidLinksOf(manager, personId, personId);
      await voidInvitationsOf(manager, personId, personId);
      await endLogInsOf(manager, personId, null);
      await tellOfNewPassword(manager, personId);
    });
    return personId;
  }

  /**
   * A link to be handed over: an invitation where nobody has taken the account yet, else one to set a new password. It ends
   * nothing until it is used.
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
      if (person.passwordHash !== null)
        return { kind: 'reset-password', ...(await this.handOver(manager, caller, person)) };
      const invitation = await makeInvitation(manager, person, {
        actorId: caller.id,
        entryId: null,
        cohort: null,
        publicUrl: this.settings.PUBLIC_URL,
      });
      return { kind: 'invitation', ...invitation };
    });
  }

  /** A link to set a new password with, that somebody else gives to its person. The person is to be locked. */
  async handOver(manager: EntityManager, caller: Caller, person: Person) {
    const { url } = await makeLink(manager, {
      purpose: 'reset-password',
      personId: person.id,
      address: person.email,
      mailed: false,
      actorId: caller.id,
      publicUrl: this.settings.PUBLIC_URL,
    });
    return { name: person.name, email: person.email, url };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { GivenLink, InvitationLink } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { Person, readClock, voidInvitationsOf } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../http/caller.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { isReachedByMailOnly } from '../is-reached-by-mail-only.ts';
import { endLogInsOf } from '../end-log-ins.ts';
import { forgetFactor } from '../forget-factor.ts';
import { makeInvitation } from '../make-invitation.ts';
import { makeLink, type MadeLink } from './make-link.ts';
import { voidLinksOf } from './void-links.ts';

const purpose = { 'zh-CN': '开通您的账号', en: 'to open your account' };

/**
 * Links that somebody else has made for a person. Where the person is or was on the staff, they go to the mailbox alone: in
 * anybody else's hand they would be a second person's vote. The person is to be locked.
 */
@Injectable()
export class GivenLinks {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** To take an account that nobody has taken yet. */
  async invite(manager: EntityManager, caller: Caller, person: Person): Promise<GivenLink> {
    const mailed = await isReachedByMailOnly(manager, person);
    const { url, expiresAt, ...who } = await makeInvitation(manager, person, {
      actorId: caller.id,
      entryId: null,
      cohort: null,
      mailed,
      publicUrl: this.settings.PUBLIC_URL,
    });
    if (!mailed) return { ...who, url };
    await queueMessage(manager, {
      kind: 'account-invitation',
      to: { personId: person.id },
      params: { inviter: caller.name, purpose, until: { at: expiresAt.toISOString() } },
      link: url,
      linkExpiresAt: expiresAt,
    });
    return { ...who, url: null };
  }

  /** To set a new password. */
  async reset(manager: EntityManager, caller: Caller, person: Person): Promise<GivenLink> {
    if (!(await isReachedByMailOnly(manager, person))) return this.handOver(manager, caller, person);
    await this.mailReset(manager, person, caller.id);
    return { name: person.name, email: person.email, url: null };
  }

  /** A link to set a new password with, that somebody else gives to its person. */
  async handOver(manager: EntityManager, caller: Caller, person: Person): Promise<InvitationLink> {
    if (await isReachedByMailOnly(manager, person))
      throw new Error(`A link of the staff’s ${person.id} would pass through other hands.`);
    const { url } = await this.makeReset(manager, person, { actorId: caller.id, mailed: false });
    return { name: person.name, email: person.email, url };
  }

  /** @param actorId null where its person asked */
  async mailReset(manager: EntityManager, person: Person, actorId: string | null): Promise<void> {
    const { url, expiresAt } = await this.makeReset(manager, person, { actorId, mailed: true });
    await queueMessage(manager, {
      kind: 'password-reset',
      to: { personId: person.id },
      params: { until: { at: expiresAt.toISOString() } },
      link: url,
      linkExpiresAt: expiresAt,
    });
  }

  /**
   * Whoever was given rights that nobody gives alone takes them up by a password that they set from now on, by mail. What let
   * anybody in before that does so no longer: it may have been in the hand of whoever proposed them.
   */
  async askAnew(manager: EntityManager, caller: Caller, person: Person): Promise<void> {
    await voidLinksOf(manager, person.id, caller.id);
    await voidInvitationsOf(manager, person.id, caller.id);
    await endLogInsOf(manager, person.id, null);
    // Whoever had it in hand before may have a second factor in theirs, and would keep its person out by that.
    if (person.unprovenSince) await forgetFactor(manager, person.id);
    await manager.update(Person, { id: person.id }, { unprovenSince: await readClock(manager) });
    if (person.disabledAt) return;
    if (person.passwordHash === null) return void (await this.invite(manager, caller, person));
    const how = { actorId: caller.id, mailed: true, hours: 48 };
    const { url, expiresAt } = await this.makeReset(manager, person, how);
    await queueMessage(manager, {
      kind: 'role-given',
      to: { personId: person.id },
      params: { until: { at: expiresAt.toISOString() } },
      link: url,
      linkExpiresAt: expiresAt,
    });
  }

  private makeReset(
    manager: EntityManager,
    { id, email }: Person,
    how: { readonly actorId: string | null; readonly mailed: boolean; readonly hours?: number },
  ): Promise<MadeLink> {
    return makeLink(manager, {
      ...how,
      purpose: 'reset-password',
      personId: id,
      address: email,
      publicUrl: this.settings.PUBLIC_URL,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LinkPurpose, oneTimeLinkLifecycle, Refusal, type LinkView } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { OneTimeLink, oneTimeLinks, Person, readClock, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { Guesses } from '../guesses.ts';
import { linkGuessing } from '../log-in-guessing.ts';
import { hashToken } from '../make-invitation.ts';

/** Links that do one thing once: found by what they hold, and used up. */
@Injectable()
export class Links {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
  ) {}

  /** Uses nothing up: programs that look at mail open links too. */
  async view(token: string, address: string): Promise<LinkView> {
    const link = await this.find(token, LinkPurpose.options, address);
    const person = link.personId && (await this.db.manager.findOneBy(Person, { id: link.personId }));
    return {
      purpose: link.purpose,
      name: (person ? person.name : link.name) ?? '',
      email: link.address,
    };
  }

  /**
   * One that still works, of these purposes. One that was given out is found however often others were tried.
   *
   * @throws Refusal LINK_INVALID for one that is unknown, cut, used, voided, too old, of another purpose or of somebody disabled
   */
  async find(token: string, purposes: readonly LinkPurpose[], address: string): Promise<OneTimeLink> {
    const link = await this.db.manager.findOneBy(OneTimeLink, {
      tokenHash: hashToken(token),
      purpose: In([...purposes]),
      state: In(sourcesOf(oneTimeLinkLifecycle, 'use')),
      expiresAt: MoreThan(await readClock(this.db)),
    });
    const works =
      link &&
      (link.personId === null ||
        (await this.db.manager.existsBy(Person, { id: link.personId, disabledAt: IsNull() })));
    if (works) return link;
    await this.guesses.book(linkGuessing(address));
    throw new Refusal('LINK_INVALID');
  }
}

/** Uses a link up, in the transaction of what it is for: of two at once one has it. @throws Refusal LINK_INVALID */
export const useLink = async (
  manager: EntityManager,
  { tokenHash, purpose }: OneTimeLink,
  personId: string,
): Promise<void> => {
  const used = await transition(manager, oneTimeLinks, tokenHash, {
    event: 'use',
    actorId: personId,
    guards: { 'in-time': sql`expires_at > clock()` },
    set: { usedAt: sql`clock()` },
    detail: { purpose, personId },
  });
  if (!used) throw new Refusal('LINK_INVALID');
};

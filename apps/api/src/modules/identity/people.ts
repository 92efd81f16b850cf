import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Institution, isOnlyCandidate, Person } from '@ennead/persistence';
import type { PersonView } from '@ennead/contracts';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { SecondFactors } from './second-factors.ts';
import type { Callers } from '../../http/callers.ts';

/** Finds people; says nothing about passwords. */
@Injectable()
export class People implements Callers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly factors: SecondFactors,
  ) {}

  /** Without what is more than a candidate's, while their password may be somebody else's. */
  async findCaller(id: string): Promise<Caller | null> {
    const person = await this.db.manager.findOneBy(Person, { id, disabledAt: IsNull() });
    if (!person) return null;
    const { name, email, locale, institutionId } = person;
    const passwordDue = person.unprovenSince !== null && !isOnlyCandidate(person);
    const roles = passwordDue ? person.roles.filter((role) => role === 'candidate') : person.roles;
    const lacksSecondFactor =
      this.factors.isDemanded(roles) && !(await this.factors.holdersAmong([id])).has(id);
    const emailConfirmed = person.emailConfirmedAt !== null;
    return { id, name, email, roles, locale, institutionId, emailConfirmed, passwordDue, lacksSecondFactor };
  }

  findByEmail(email: string): Promise<Person | null> {
    return this.db.manager.findOneBy(Person, { email: email.toLowerCase() });
  }

  async view(caller: Caller): Promise<PersonView> {
    const institution = caller.institutionId
      ? await this.db.manager.findOneBy(Institution, { id: caller.institutionId })
      : null;
    const { latinName } = await this.db.manager.findOneByOrFail(Person, { id: caller.id });
    const { lacksSecondFactor, ...person } = caller;
    const holds = (await this.factors.holdersAmong([caller.id])).has(caller.id);
    const secondFactor = lacksSecondFactor ? 'due' : holds ? 'set' : 'none';
    return { ...person, latinName, roles: [...caller.roles], institution, secondFactor };
  }
}

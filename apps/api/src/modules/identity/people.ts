import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Institution, Person } from '@ennead/persistence';
import type { PersonView } from '@ennead/contracts';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Callers } from '../../http/callers.ts';

/** Finds people; says nothing about passwords. */
@Injectable()
export class People implements Callers {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async findCaller(id: string): Promise<Caller | null> {
    const person = await this.db.manager.findOneBy(Person, { id, disabledAt: IsNull() });
    return (
      person && {
        id: person.id,
        name: person.name,
        email: person.email,
        roles: person.roles,
        locale: person.locale,
        institutionId: person.institutionId,
      }
    );
  }

  findByEmail(email: string): Promise<Person | null> {
    return this.db.manager.findOneBy(Person, { email: email.toLowerCase() });
  }

  async view(caller: Caller): Promise<PersonView> {
    const institution = caller.institutionId
      ? await this.db.manager.findOneBy(Institution, { id: caller.institutionId })
      : null;
    return { ...caller, roles: [...caller.roles], institution };
  }
}

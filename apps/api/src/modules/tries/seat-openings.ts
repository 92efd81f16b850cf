import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { readClock } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { AccountOpenings, OpenedAccount } from '../../infrastructure/account-openings.ts';
import { Schemes } from '../results/schemes.ts';
import { acceptSeatsIn } from './accept-seats-in.ts';

/** Whoever opens an account by a cohort's invitation says yes to the seat that it is for. */
@Injectable()
export class SeatOpenings implements AccountOpenings {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly schemes: Schemes,
  ) {}

  async prepare() {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    return (manager: EntityManager, opened: OpenedAccount) => acceptSeatsIn(manager, opened, scheme);
  }
}
